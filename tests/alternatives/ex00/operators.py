"""Operators and methods; nn.Parameter; random.shuffle; views."""

import random

import torch
from torch import Tensor, nn


def zeros_long(rows: int, cols: int) -> Tensor:
    return torch.LongTensor(rows, cols).zero_()


def identity(n: int) -> Tensor:
    return torch.ones(n).diag()


def ranges(start, end, step, steps):
    by_step = torch.arange(start, end, step, dtype=torch.float32)
    by_count = start + (end - start) * torch.arange(steps) / (steps - 1)
    return [by_step, by_count]


def normal_parameter(rows, cols, std=0.01):
    return nn.Parameter(torch.randn(rows, cols) * std)


def permutation(m):
    order = list(range(m))
    random.shuffle(order)
    return torch.tensor(order)


def share(array):
    return torch.as_tensor(array)


def to_double(x):
    return x.to(torch.float64)


def column_sums(x, keepdim=False):
    return x.sum(0, keepdim)


def row_sums(x, keepdim=False):
    return x.sum(-1, keepdim=keepdim)


def multiply(a, b):
    return a @ b


def power(x, exponent):
    return x**exponent


def to_columns(x, columns):
    return x.view(-1, columns)


def flatten_batch(images):
    return images.view(images.size(0), -1)


def flatten_all(images):
    return images.ravel()
