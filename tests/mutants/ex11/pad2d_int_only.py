# pad2d: takes no pair

import torch


def pad2d(X, padding):
    out = torch.zeros(X.shape[0] + 2 * padding, X.shape[1] + 2 * padding)
    out[padding : padding + X.shape[0], padding : padding + X.shape[1]] = X
    return out
