"""Strides of the memory; one-hot matrices that move rows and columns; windows counted one by one."""

import torch
from torch import nn


def corr2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    windows = torch.as_strided(X, (H - h + 1, W - w + 1, h, w), X.stride() + X.stride())
    return torch.tensordot(windows, K, dims=([2, 3], [0, 1]))


def _moved(size, by):
    return nn.functional.one_hot(torch.arange(by, by + size), size + 2 * by).float()


def pad2d(X, padding):
    v, h = (padding,) * 2 if isinstance(padding, int) else padding
    return _moved(X.shape[0], v).T @ X @ _moved(X.shape[1], h)


def corr2d_multi(X, K):
    return nn.functional.conv2d(X.unsqueeze(0), K)[0]


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    count, place = 0, -padding
    while place + dilation * (kernel_size - 1) <= size + padding - 1:
        count += 1
        place += stride
    return count


def dense_parameters(inputs, outputs, bias=True):
    with torch.device("meta"):
        return sum(p.numel() for p in nn.Linear(inputs, outputs, bias).parameters())


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    layer = nn.Conv2d(in_channels, out_channels, kernel_size, bias=bias)
    return sum(p.numel() for p in layer.parameters())


class myNetwork(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Conv2d(in_channels=3, out_channels=6, kernel_size=3, stride=1, padding=0))
