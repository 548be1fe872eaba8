"""The notes' way: the functions of their tables, nn.Flatten for flattening."""

import torch
from torch.nn import Flatten


def zeros_long(rows, cols):
    return torch.zeros(rows, cols, dtype=torch.long)


def identity(n):
    return torch.eye(n)


def ranges(start, end, step, steps):
    return torch.arange(start, end, step), torch.linspace(start, end, steps)


def normal_parameter(rows, cols, std=0.01):
    return torch.normal(0, std, size=(rows, cols), requires_grad=True)


def permutation(m):
    return torch.randperm(m)


def share(array):
    return torch.from_numpy(array)


def to_double(x):
    return x.double()


def column_sums(x, keepdim=False):
    return torch.sum(x, dim=0, keepdim=keepdim)


def row_sums(x, keepdim=False):
    return torch.sum(x, dim=1, keepdim=keepdim)


def multiply(a, b):
    return torch.mm(a, b)


def power(x, exponent):
    return torch.pow(x, exponent)


def to_columns(x, columns):
    return torch.reshape(x, (-1, columns))


def flatten_batch(images):
    fla = Flatten()
    return fla(images)


def flatten_all(images):
    fla = Flatten(start_dim=0)
    return fla(images)
