# to_tensor: arrays are not scaled

import numpy as np
import torch
from torchvision import transforms


def to_tensor(image):
    if isinstance(image, np.ndarray):
        return torch.tensor(image, dtype=torch.float32).permute(2, 0, 1)
    return transforms.ToTensor()(image)
