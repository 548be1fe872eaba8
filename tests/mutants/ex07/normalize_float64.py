# normalize: NumPy's float64 makes the result float64

import numpy as np
import torch


def normalize(image, mean, std):
    mean, std = (torch.from_numpy(np.array(values)).reshape(-1, 1, 1) for values in (mean, std))
    return (image - mean) / std
