"""One shifted image for each value of the kernel; an index for padding; an einsum; a functional layer."""

import torch
import torch.nn.functional as F


def corr2d(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    (H, W), (h, w) = X.shape, K.shape
    total = 0
    for a in range(h):
        for b in range(w):
            total = total + K[a, b] * X[a : a + H - h + 1, b : b + W - w + 1]
    return total


def pad2d(X, padding):
    if not isinstance(padding, tuple):
        padding = padding, padding
    if padding == (0, 0):
        return X
    out = X.new_zeros([n + 2 * p for n, p in zip(X.shape, padding)])
    out.narrow(0, padding[0], X.shape[0]).narrow(1, padding[1], X.shape[1]).copy_(X)
    return out


def corr2d_multi(X, K):
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1)
    return torch.einsum("cijab,ocab->oij", windows, K)


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    starts = range(-padding, size + padding - dilation * (kernel_size - 1), stride)
    return len(starts)


def dense_parameters(inputs, outputs, bias=True):
    return (inputs + 1) * outputs if bias else inputs * outputs


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    try:
        height, width = kernel_size
    except TypeError:
        height = width = kernel_size
    return dense_parameters(in_channels * height * width, out_channels, bias)


class myNetwork(torch.nn.Module):
    def __init__(self):
        super(myNetwork, self).__init__()
        self.weight = torch.nn.Parameter(torch.randn(6, 3, 3, 3))
        self.bias = torch.nn.Parameter(torch.zeros(6))

    def forward(self, x):
        return F.conv2d(x, self.weight, self.bias)
