# pad2d: pads below and right only

import torch


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    out = torch.zeros(X.shape[0] + v, X.shape[1] + h)
    out[: X.shape[0], : X.shape[1]] = X
    return out
