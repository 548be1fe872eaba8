"""torchvision's functions instead of its classes, a window from RandomCrop.get_params, nn.Sequential as the pipeline."""

import torch
import torchvision.transforms.functional as TF
from torch import nn
from torchvision.transforms import RandomCrop


def to_tensor(image):
    return TF.to_tensor(image)


def normalize(image, mean, std):
    return TF.normalize(image, mean, std, inplace=False)


def resize(image, size):
    return TF.resize(image, list(size), antialias=True)


def random_crop(image, size):
    _, height, width = TF.get_dimensions(image)
    left, top = max(0, size[1] - width), max(0, size[0] - height)
    image = TF.pad(image, [left, top, 0, 0], padding_mode="edge")
    return TF.crop(image, *RandomCrop.get_params(image, tuple(size)))


class Steps(nn.Module):
    def __init__(self, size, mean, std):
        super().__init__()
        self.size = size
        self.register_buffer("mean", torch.tensor(mean)[:, None, None])
        self.register_buffer("std", torch.tensor(std)[:, None, None])

    def forward(self, image):
        return (to_tensor(resize(image, self.size)) - self.mean) / self.std


def build_pipeline(size, mean, std):
    return Steps(size, mean, std)
