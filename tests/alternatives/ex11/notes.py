"""The notes' way: a class with conv1; loops over windows, as the text describes the operation."""

import torch
import torch.nn as nn
from torch.nn import Conv2d


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def pad2d(X, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    v, h = padding
    H, W = X.shape
    Y = torch.zeros((H + 2 * v, W + 2 * h))
    Y[v : v + H, h : h + W] = X
    return Y


def corr2d_multi(X, K):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K], 0)


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return int((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1)


def dense_parameters(inputs, outputs, bias=True):
    count = inputs * outputs
    if bias:
        count += outputs
    return count


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    count = in_channels * out_channels * kernel_size[0] * kernel_size[1]
    if bias:
        count += out_channels
    return count


class myNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = Conv2d(3, 6, 3)

    def forward(self, x):
        return self.conv1(x)
