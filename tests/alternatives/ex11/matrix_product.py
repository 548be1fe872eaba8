"""Windows as the rows of a matrix; concatenated zeros; counts through NumPy; a Sequential as the network."""

import math

import numpy as np
import torch
from torch import nn


def _rows(X, h, w):
    return X.unfold(-2, h, 1).unfold(-2, w, 1)


def corr2d(X, K):
    windows = _rows(X, *K.shape)
    height, width = windows.shape[:2]
    return (windows.reshape(height * width, -1) @ K.reshape(-1, 1)).reshape(height, width)


def pad2d(X, padding):
    v, h = padding if isinstance(padding, (tuple, list)) else (padding,) * 2
    side = torch.zeros(X.size(0), h)
    X = torch.cat([side, X, side], dim=1)
    band = torch.zeros(v, X.size(1))
    return torch.cat([band, X, band])


def corr2d_multi(X, K):
    c_out, c_in, h, w = K.shape
    windows = _rows(X, h, w)
    height, width = windows.shape[1:3]
    matrix = windows.permute(1, 2, 0, 3, 4).reshape(height * width, c_in * h * w)
    return (K.reshape(c_out, -1) @ matrix.T).reshape(c_out, height, width)


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return math.floor((size + padding * 2 - dilation * (kernel_size - 1) - 1) / stride + 1)


def dense_parameters(inputs, outputs, bias=True):
    return np.prod([inputs + int(bias), outputs])


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    size = np.prod(np.broadcast_to(kernel_size, (2,)))
    return out_channels * (in_channels * size + int(bias))


def myNetwork():
    return nn.Sequential(nn.Conv2d(3, 6, 3))
