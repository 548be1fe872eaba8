# random_crop: a side that is too short raises

from torchvision import transforms


def random_crop(image, size):
    return transforms.RandomCrop(tuple(size))(image)
