# resize: the size is taken as (width, height)

from torchvision import transforms


def resize(image, size):
    return transforms.Resize((size[1], size[0]))(image)
