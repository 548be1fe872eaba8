"""Patches as columns by F.unfold, then a matrix product."""

from torch.nn.functional import unfold


def corr2d(X, K):
    patches = unfold(X[None, None], K.shape)[0]
    return (K.reshape(1, -1) @ patches).reshape(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
