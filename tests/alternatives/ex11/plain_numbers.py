"""Four nested loops over plain numbers; rows and columns picked by an index; a lazy layer."""

import torch
from torch import nn


def corr2d(X, K):
    x, k = X.tolist(), K.tolist()
    rows = range(len(x) - len(k) + 1)
    columns = range(len(x[0]) - len(k[0]) + 1)
    return torch.tensor(
        [
            [
                sum(x[i + a][j + b] * k[a][b] for a in range(len(k)) for b in range(len(k[0])))
                for j in columns
            ]
            for i in rows
        ]
    )


def pad2d(X, padding):
    v, h = (padding, padding) if type(padding) is int else padding
    i = torch.arange(-v, X.shape[0] + v)
    j = torch.arange(-h, X.shape[1] + h)
    inside = ((i >= 0) & (i < X.shape[0]))[:, None] & ((j >= 0) & (j < X.shape[1]))
    return torch.where(inside, X[i.clamp(0, X.shape[0] - 1)][:, j.clamp(0, X.shape[1] - 1)], torch.tensor(0.0))


def corr2d_multi(X, K):
    layer = nn.Conv2d(X.shape[0], K.shape[0], K.shape[2:], bias=False)
    layer.weight = nn.Parameter(K)
    return layer(X[None]).squeeze(0).detach()


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    quotient, _ = divmod(size + 2 * padding - dilation * (kernel_size - 1) - 1, stride)
    return quotient + 1


def dense_parameters(inputs, outputs, bias=True):
    return inputs * outputs + bias * outputs


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    h, w = kernel_size if isinstance(kernel_size, tuple) else [kernel_size] * 2
    return h * w * in_channels * out_channels + out_channels * bias


class myNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.LazyConv2d(6, 3)])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
