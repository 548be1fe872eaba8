# Gives back arrays, texts and lists of hundreds of megabytes.
import torch


def linreg(X, w, b):
    return torch.zeros(40_000_000)


def squared_loss(y_hat, y):
    return "x" * 100_000_000


def train(*args, **kwargs):
    return [[0.5] * 1_500_000] * 3
