# pad2d: takes the image for a square

import torch


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    n = X.shape[0]
    out = torch.zeros(n + 2 * v, n + 2 * h)
    out[v : v + n, h : h + n] = X
    return out
