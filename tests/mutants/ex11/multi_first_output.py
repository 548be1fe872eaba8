# corr2d_multi: gives the first output channel only

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X, K[:1])
