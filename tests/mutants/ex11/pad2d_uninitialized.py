# pad2d: the frame holds ones

import torch


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    out = torch.ones(X.shape[0] + 2 * v, X.shape[1] + 2 * h)
    out[v : v + X.shape[0], h : h + X.shape[1]] = X
    return out
