# corr2d_multi: pads

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X, K, padding=1)
