# pad2d: reads the pair as (horizontal, vertical), as the notes have it

import torch


def pad2d(X, padding):
    horizontal, vertical = (padding, padding) if isinstance(padding, int) else padding
    out = torch.zeros(X.shape[0] + 2 * vertical, X.shape[1] + 2 * horizontal)
    out[vertical : vertical + X.shape[0], horizontal : horizontal + X.shape[1]] = X
    return out
