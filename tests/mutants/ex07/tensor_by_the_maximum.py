# to_tensor: divided by the largest pixel of the picture instead of 255

import numpy as np
import torch


def to_tensor(image):
    pixels = torch.from_numpy(np.array(image)).permute(2, 0, 1).float()
    return pixels / pixels.max()
