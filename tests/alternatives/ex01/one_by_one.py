"""One example after the other, with Python's random."""

import random

import torch


def _example(w, b):
    x = [random.gauss(0, 1) for _ in w]
    return x, sum(a * b for a, b in zip(x, w, strict=True)) + random.gauss(b, 0.01)


def synthetic_data(w, b, num_examples):
    examples = [_example(w.tolist(), b) for _ in range(num_examples)]
    X = torch.tensor([x for x, _ in examples])
    return X, torch.tensor([[y] for _, y in examples])
