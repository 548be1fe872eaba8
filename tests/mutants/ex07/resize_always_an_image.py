# resize: a tensor comes back as a PIL image

import torch
from torchvision import transforms


def resize(image, size):
    if isinstance(image, torch.Tensor):
        image = transforms.ToPILImage()(image)
    return transforms.Resize(tuple(size))(image)
