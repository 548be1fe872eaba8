"""torchvision.transforms.v2, whose tensors are of a class of their own."""

import torch
from torchvision.transforms import v2


def to_tensor(image):
    return v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(image)


def normalize(image, mean, std):
    return v2.functional.normalize(image, mean=mean, std=std)


def resize(image, size):
    return v2.Resize(size, interpolation=v2.InterpolationMode.LANCZOS)(image) if hasattr(image, "mode") else v2.Resize(
        size, interpolation=v2.InterpolationMode.BICUBIC, antialias=False
    )(image)


def random_crop(image, size):
    return v2.RandomCrop(size, pad_if_needed=True, padding_mode="edge")(image)


def build_pipeline(size, mean, std):
    return v2.Compose(
        [v2.ToImage(), v2.Resize(size), v2.ToDtype(torch.float32, scale=True), v2.Normalize(mean=mean, std=std)]
    )
