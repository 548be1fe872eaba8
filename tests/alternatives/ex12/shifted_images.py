"""One shifted image for each place of the window, joined by maximum or sum; the field by products of strides."""

import math
from enum import Enum

import torch


class Mode(Enum):
    MAX = "max"
    AVG = "avg"


def pool2d(X, pool_size, mode="max", stride=None):
    mode = Mode(mode)
    h, w = pool_size if isinstance(pool_size, tuple) else (pool_size, pool_size)
    s, t = (h, w) if stride is None else stride if isinstance(stride, tuple) else (stride, stride)
    rows, columns = (X.size(0) - h) // s + 1, (X.size(1) - w) // t + 1
    shifted = [
        X[a : a + (rows - 1) * s + 1 : s, b : b + (columns - 1) * t + 1 : t] for a in range(h) for b in range(w)
    ]
    stacked = torch.stack(shifted)
    return stacked.max(dim=0).values if mode is Mode.MAX else stacked.sum(0) / (h * w)


def receptive_field(layers):
    strides = [stride for _, stride in layers]
    return 1 + sum((kernel - 1) * math.prod(strides[:index]) for index, (kernel, _) in enumerate(layers))
