# pad2d: the right size, but the image stands in the corner

import torch


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    out = torch.zeros(X.shape[0] + 2 * v, X.shape[1] + 2 * h)
    out[: X.shape[0], : X.shape[1]] = X
    return out
