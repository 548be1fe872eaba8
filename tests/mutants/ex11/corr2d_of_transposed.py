# corr2d: lets a transposed convolution do it

import torch


def corr2d(X, K):
    h, w = K.shape
    full = torch.conv_transpose2d(X[None, None], K.flip(0, 1)[None, None])[0, 0]
    return full[h - 1 : X.shape[0], w - 1 : X.shape[1]]
