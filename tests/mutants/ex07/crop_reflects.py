# random_crop: the short side is filled with its mirror image

from torchvision import transforms


def random_crop(image, size):
    return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="symmetric")(image)
