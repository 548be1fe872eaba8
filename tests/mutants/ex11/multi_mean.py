# corr2d_multi: averages over the input channels

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X, K) / X.shape[0]
