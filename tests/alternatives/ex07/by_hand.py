"""Everything by hand, with PIL, indices and broadcasting; padding goes to the end of a side."""

import random

import numpy as np
import torch
from PIL import Image


def to_tensor(image):
    pixels = np.asarray(image)
    return torch.tensor(np.moveaxis(pixels, -1, 0), dtype=torch.float32) / 255


def normalize(image, mean, std):
    out = torch.empty_like(image)
    for c, (m, s) in enumerate(zip(mean, std)):
        out[c] = (image[c] - m) / s
    return out


def resize(image, size):
    height, width = size
    if isinstance(image, Image.Image):
        return image.resize((width, height), Image.NEAREST)
    rows = torch.arange(height) * image.shape[1] // height
    columns = torch.arange(width) * image.shape[2] // width
    return image[:, rows][:, :, columns]


def _places(have, want):
    if have < want:
        return [min(i, have - 1) for i in range(want)]
    start = random.randint(0, have - want)
    return list(range(start, start + want))


def random_crop(image, size):
    if isinstance(image, Image.Image):
        pixels = np.array(image)
        return Image.fromarray(pixels[_places(image.height, size[0])][:, _places(image.width, size[1])])
    return image[:, _places(image.shape[1], size[0])][:, :, _places(image.shape[2], size[1])]


def build_pipeline(size, mean, std):
    def pipeline(image):
        return normalize(to_tensor(resize(image, size)), mean, std)

    return pipeline
