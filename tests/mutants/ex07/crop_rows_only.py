# random_crop: the window moves up and down only

import random
from torchvision import transforms
from torchvision.transforms import functional
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    if height < size[0] or width < size[1]:
        return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
    return functional.crop(image, random.randint(0, height - size[0]), 0, *size)
