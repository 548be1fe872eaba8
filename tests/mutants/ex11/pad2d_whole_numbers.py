# pad2d: the result is int64

import torch


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    out = torch.zeros(X.shape[0] + 2 * v, X.shape[1] + 2 * h, dtype=torch.int64)
    out[v : v + X.shape[0], h : h + X.shape[1]] = X
    return out
