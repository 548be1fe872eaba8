"""NumPy does the work; what comes out is a tensor of the dtype that is asked."""

import numpy as np
import torch

_generator = np.random.default_rng()


def zeros_long(rows, cols):
    return torch.from_numpy(np.zeros((rows, cols), dtype=np.int64))


def identity(n):
    return torch.from_numpy(np.identity(n, dtype="float32"))


def ranges(start, end, step, steps):
    return (
        torch.tensor(np.arange(start, end, step).tolist()),
        torch.tensor(np.linspace(start, end, steps), dtype=torch.float32),
    )


def normal_parameter(rows, cols, std=0.01):
    return torch.tensor(_generator.normal(0, std, (rows, cols)), dtype=torch.float32, requires_grad=True)


def permutation(m):
    return torch.from_numpy(_generator.permutation(m))


def share(array):
    return torch.from_dlpack(array)


def to_double(x):
    return torch.from_numpy(x.numpy().astype(np.float64))


def column_sums(x, keepdim=False):
    return torch.from_numpy(x.numpy().sum(axis=0, keepdims=keepdim))


def row_sums(x, keepdim=False):
    return torch.from_numpy(x.numpy().sum(axis=1, keepdims=keepdim))


def multiply(a, b):
    return torch.from_numpy(np.dot(a.numpy(), b.numpy()))


def power(x, exponent):
    return torch.from_numpy(np.power(x.numpy(), exponent))


def to_columns(x, columns):
    return torch.from_numpy(x.numpy().reshape(-1, columns))


def flatten_batch(images):
    return torch.from_numpy(images.numpy().reshape(len(images), -1))


def flatten_all(images):
    return torch.from_numpy(images.numpy().flatten())
