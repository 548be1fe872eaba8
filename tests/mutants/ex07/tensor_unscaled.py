# to_tensor: values stay between 0 and 255

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image)).permute(2, 0, 1).float()
