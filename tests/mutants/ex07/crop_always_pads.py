# random_crop: every side grows, also one that is long enough

from torchvision import transforms


def random_crop(image, size):
    return transforms.RandomCrop(tuple(size), padding=8, pad_if_needed=True, padding_mode="edge")(image)
