# corr2d_multi: the same slice for all input channels

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X.sum(dim=0, keepdim=True), K[:, :1])
