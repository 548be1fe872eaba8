# to_tensor: .T turns (H, W, C) into (C, W, H)

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image).T.copy()) / 255
