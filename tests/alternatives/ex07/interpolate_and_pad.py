"""F.interpolate for tensors, F.pad on both ends, NumPy's generator, a class as the pipeline."""

import numpy as np
import torch
import torch.nn.functional as F
from PIL.Image import Image, Resampling, fromarray

generator = np.random.default_rng()


def to_tensor(image):
    x = torch.as_tensor(np.array(image, copy=True))
    return torch.einsum("hwc->chw", x).contiguous().div(255.0)


def normalize(image, mean, std):
    mean = torch.as_tensor(mean, dtype=image.dtype).view(-1, 1, 1)
    std = torch.as_tensor(std, dtype=image.dtype).view(-1, 1, 1)
    return image.sub(mean).div_(std)


def resize(image, size):
    if isinstance(image, Image):
        return image.resize(size[::-1], Resampling.BICUBIC)
    return F.interpolate(image.unsqueeze(0), size=size, mode="bilinear", align_corners=True).squeeze(0)


def random_crop(image, size):
    if isinstance(image, Image):
        cropped = random_crop(torch.from_numpy(np.array(image)).permute(2, 0, 1).float(), size)
        return fromarray(cropped.permute(1, 2, 0).to(torch.uint8).numpy())
    more_rows = max(0, size[0] - image.shape[1])
    more_columns = max(0, size[1] - image.shape[2])
    pad = (more_columns // 2, more_columns - more_columns // 2, more_rows // 2, more_rows - more_rows // 2)
    image = F.pad(image.unsqueeze(0), pad, mode="replicate").squeeze(0)
    top = generator.integers(image.shape[1] - size[0], endpoint=True)
    left = generator.integers(image.shape[2] - size[1], endpoint=True)
    return image[:, top : top + size[0], left : left + size[1]].clone()


class Pipeline:
    def __init__(self, size, mean, std):
        self.size, self.mean, self.std = size, mean, std

    def __call__(self, image):
        x = to_tensor(image)
        return normalize(resize(x, self.size), self.mean, self.std)


build_pipeline = Pipeline
