"""The product of two spectra; stacked rows and columns of zeros; numbers from NumPy and torch.Size."""

import numpy as np
import torch
from torch import nn


def corr2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    spectrum = torch.fft.rfft2(X.double()) * torch.fft.rfft2(K.double(), s=(H, W)).conj()
    return torch.fft.irfft2(spectrum, s=(H, W))[: H - h + 1, : W - w + 1].float()


def pad2d(X, padding):
    v, h = (padding, padding) if type(padding) == int else padding
    columns = [torch.zeros(X.shape[0], 1)] * h
    X = torch.hstack(columns + [X] + columns)
    rows = [torch.zeros(1, X.shape[1])] * v
    return torch.vstack(rows + [X] + rows)


def corr2d_multi(X, K):
    maps = []
    for kernel in K:
        total = None
        for x, k in zip(X, kernel):
            y = corr2d(x, k)
            total = y if total is None else total + y
        maps.append(total)
    return torch.stack(maps, dim=0)


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return int(np.floor((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1))


def dense_parameters(inputs, outputs, bias=True):
    return inputs * outputs + (bias and outputs)


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    values = torch.Size(kernel_size).numel() if isinstance(kernel_size, tuple) else kernel_size**2
    return in_channels * out_channels * values + (out_channels if bias else 0)


class myNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.model = nn.Conv2d(3, 6, (3, 3), bias=True)

    def forward(self, x):
        return self.model.forward(x)
