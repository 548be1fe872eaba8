"""NumPy inside, tensors outside; layers on the meta device to count; Conv2d itself as the base class."""

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from torch.nn.functional import conv2d, pad


def corr2d(X, K):
    windows = sliding_window_view(X.numpy(), tuple(K.shape))
    return torch.from_numpy(np.einsum("ijhw,hw->ij", windows, K.numpy()))


def pad2d(X, padding):
    vertical, horizontal = np.broadcast_to(padding, 2)
    return torch.tensor(np.pad(X.numpy(), [(vertical, vertical), (horizontal, horizontal)]))


def corr2d_multi(X, K):
    return conv2d(pad(X, (0, 0, 0, 0)), K)


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    layer = torch.nn.Conv1d(1, 1, kernel_size, stride, padding, dilation, device="meta")
    return layer(torch.empty(1, 1, size, device="meta")).shape[2]


def _learned(layer):
    return sum(parameter.numel() for parameter in layer.parameters())


def dense_parameters(inputs, outputs, bias=True):
    return _learned(torch.nn.Linear(inputs, outputs, bias=bias, device="meta"))


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    return _learned(torch.nn.Conv2d(in_channels, out_channels, kernel_size, bias=bias))


class myNetwork(torch.nn.Conv2d):
    def __init__(self):
        super().__init__(3, 6, kernel_size=(3, 3))
