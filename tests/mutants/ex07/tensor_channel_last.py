# to_tensor: the channel still stands last

import numpy as np
import torch


def to_tensor(image):
    return torch.from_numpy(np.array(image)) / 255
