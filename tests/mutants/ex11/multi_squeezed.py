# corr2d_multi: loses channels of which there is one

from torch.nn import functional as F


def corr2d_multi(X, K):
    return F.conv2d(X.unsqueeze(0), K).squeeze()
