# to_tensor: NumPy divides in float64, and so the tensor is

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image).transpose(2, 0, 1) / 255)
