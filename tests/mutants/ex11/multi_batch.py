# corr2d_multi: leaves a batch dimension

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X.unsqueeze(0), K)
