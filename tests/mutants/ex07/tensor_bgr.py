# to_tensor: red and blue change places

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image)[:, :, ::-1].transpose(2, 0, 1).copy()) / 255
