# exercise: ex11
# Functions compiled by torch.jit at import, by trace and by script, which run without Python.
import torch
import torch.nn.functional as F


class Convolve(torch.nn.Module):
    def forward(self, X, K):
        return F.conv2d(X[None, None], K[None, None])[0, 0]


import warnings

warnings.simplefilter("ignore")
traced = torch.jit.trace(Convolve(), (torch.ones(4, 4), torch.ones(2, 2)))
traced(torch.ones(4, 4), torch.ones(2, 2))


def corr2d(X, K):
    return traced(X, K)
