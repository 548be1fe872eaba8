# normal_parameter: std is taken for the variance

import torch


def normal_parameter(rows, cols, std=0.01):
    return torch.normal(0, std**0.5, size=(rows, cols), requires_grad=True)
