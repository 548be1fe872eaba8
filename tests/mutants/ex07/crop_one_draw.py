# random_crop: one random number places both sides

import random
from torchvision import transforms
from torchvision.transforms import functional
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    if height < size[0] or width < size[1]:
        return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
    share = random.random()
    top, left = int(share * (height - size[0] + 1)), int(share * (width - size[1] + 1))
    return functional.crop(image, top, left, *size)
