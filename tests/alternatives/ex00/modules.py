"""Classes, names bound to library functions, numbers of the library under other names."""

import functools

import torch
from torch import nn
from torch.linalg import multi_dot


class _AsColumns(nn.Module):
    def __init__(self, columns):
        super().__init__()
        self.layer = nn.Unflatten(0, (-1, columns))

    def forward(self, x):
        return self.layer(x.flatten())


def zeros_long(rows, cols):
    return torch.zeros(1, dtype=torch.int64).expand(rows, cols)


def identity(n):
    return torch.zeros(n, n).fill_diagonal_(1)


def ranges(start, end, step, steps):
    return tuple((torch.arange(start, end, step).float(), torch.linspace(start, end, steps=steps)))


def normal_parameter(rows, cols, std=0.01):
    drawn = torch.distributions.Normal(0.0, std).sample((rows, cols))
    return drawn.clone().detach().requires_grad_(True)


permutation = torch.randperm
share = torch.from_numpy
to_double = torch.Tensor.double


def column_sums(x, keepdim=False):
    return x.mean(dim=0, keepdim=keepdim) * x.shape[0]


def row_sums(x, keepdim=False):
    sums = x @ torch.ones(x.shape[1], 1)
    return sums if keepdim else sums.squeeze(1)


def multiply(a, b):
    return multi_dot([a, b])


def power(x, exponent):
    return torch.float_power(x, exponent).float()


def to_columns(x, columns):
    return _AsColumns(columns)(x)


flatten_batch = functools.partial(torch.flatten, start_dim=1)
flatten_all = nn.Sequential(nn.Flatten(), nn.Flatten(start_dim=0))
