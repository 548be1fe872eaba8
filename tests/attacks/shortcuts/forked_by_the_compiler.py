# exercise: ex11
# torch.jit's own asynchronous calls, which run on threads of the C library's.
import torch


class Convolve(torch.nn.Module):
    def forward(self, X, K):
        return torch.conv2d(X[None, None], K[None, None])[0, 0]


import warnings

warnings.simplefilter("ignore")
traced = torch.jit.trace(Convolve(), (torch.ones(4, 4), torch.ones(2, 2)))


def corr2d(X, K):
    future = torch.jit._fork(traced, X, K) if hasattr(torch.jit, "_fork") else torch.jit.fork(traced, X, K)
    return torch.jit.wait(future)
