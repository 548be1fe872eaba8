# normal_parameter: scaled after gradients were asked for, so it is no leaf

import torch


def normal_parameter(rows, cols, std=0.01):
    return torch.randn(rows, cols, requires_grad=True) * std
