# random_crop: a window of random size is stretched, as RandomResizedCrop does

from torchvision import transforms


def random_crop(image, size):
    return transforms.RandomResizedCrop(tuple(size))(image)
