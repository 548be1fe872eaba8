"""Loops, comprehensions and einsum, where one call would do."""

import math

import torch


def zeros_long(rows, cols):
    return torch.tensor([[0] * cols for _ in range(rows)])


def identity(n):
    return torch.tensor([[1.0 if row == col else 0.0 for col in range(n)] for row in range(n)])


def ranges(start, end, step, steps):
    count = math.ceil((end - start) / step)
    gap = (end - start) / (steps - 1)
    return torch.tensor([start + step * i for i in range(count)]), torch.tensor([start + gap * i for i in range(steps)])


def normal_parameter(rows, cols, std=0.01):
    values = torch.empty(rows, cols)
    torch.nn.init.normal_(values, std=std)
    values.requires_grad = True
    return values


def permutation(m):
    return torch.argsort(torch.rand(m))


def share(array):
    return torch.asarray(array, copy=False)


def to_double(x):
    result = torch.empty(x.shape, dtype=torch.double)
    result.copy_(x)
    return result


def column_sums(x, keepdim=False):
    total = torch.zeros(x.shape[1])
    for row in x:
        total = total + row
    return total.unsqueeze(0) if keepdim else total


def row_sums(x, keepdim=False):
    return column_sums(x.T, keepdim).T if keepdim else column_sums(x.T)


def multiply(a, b):
    return torch.einsum("ik,kj->ij", a, b)


def power(x, exponent):
    return torch.stack([value**exponent for value in x.flatten()]).reshape(x.shape)


def to_columns(x, columns):
    values = x.flatten()
    return torch.stack([values[start : start + columns] for start in range(0, len(values), columns)])


def flatten_batch(images):
    return torch.stack([torch.cat([channel.reshape(-1) for channel in image]) for image in images])


def flatten_all(images):
    return torch.cat(list(flatten_batch(images)))
