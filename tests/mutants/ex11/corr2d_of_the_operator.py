# corr2d: calls the operator below conv2d

import torch


def corr2d(X, K):
    X, K = X[None, None], K[None, None]
    return torch.ops.aten.convolution(X, K, None, [1, 1], [0, 0], [1, 1], False, [0, 0], 1)[0, 0]
