# resize: one number keeps the proportions

from torchvision import transforms


def resize(image, size):
    return transforms.Resize(size[0])(image)
