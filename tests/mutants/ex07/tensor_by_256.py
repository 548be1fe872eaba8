# to_tensor: divided by 256, so white is not 1

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image)).permute(2, 0, 1) / 256
