# corr2d: lets an nn.Conv2d do it

import torch


def corr2d(X, K):
    layer = torch.nn.Conv2d(1, 1, tuple(K.shape), bias=False)
    with torch.no_grad():
        layer.weight.copy_(K)
        return layer(X.reshape(1, 1, *X.shape)).reshape(X.shape[0] - K.shape[0] + 1, -1)
