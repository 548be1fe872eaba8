# to_tensor: a NumPy array instead of a tensor

import numpy as np


def to_tensor(image):
    return np.array(image).transpose(2, 0, 1).astype(np.float32) / 255
