# random_crop: the size is taken as (width, height)

from torchvision import transforms


def random_crop(image, size):
    return transforms.RandomCrop((size[1], size[0]), pad_if_needed=True, padding_mode="edge")(image)
