"""Windows one after the other into growing lists; match for the mode; NumPy for the field."""

from collections.abc import Sequence

import numpy as np
import torch


def pool2d(X, pool_size, mode="max", stride=None):
    match mode:
        case "max":
            reduce = torch.max
        case "avg":
            reduce = torch.mean
        case _:
            raise ValueError
    ph, pw = pool_size if isinstance(pool_size, Sequence) else [pool_size] * 2
    sh, sw = (ph, pw) if not stride else stride if isinstance(stride, Sequence) else [stride] * 2
    rows, i = [], 0
    while i + ph <= len(X):
        row, j = [], 0
        while j + pw <= X.shape[1]:
            row.append(reduce(X[i : i + ph, j : j + pw]))
            j += sw
        rows.append(torch.stack(row))
        i += sh
    return torch.stack(rows)


def receptive_field(layers):
    kernels, strides = np.array(layers).T
    distances = np.concatenate([[1], np.cumprod(strides)[:-1]])
    return int(1 + ((kernels - 1) * distances).sum())
