# corr2d: takes the kernel for a square

import torch


def corr2d(X, K):
    k = K.shape[0]
    h = w = k
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
