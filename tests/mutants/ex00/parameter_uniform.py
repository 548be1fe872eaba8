# normal_parameter: a uniform distribution of the right mean and deviation

import torch


def normal_parameter(rows, cols, std=0.01):
    return ((torch.rand(rows, cols) - 0.5) * 12**0.5 * std).requires_grad_()
