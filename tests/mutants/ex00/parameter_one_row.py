# normal_parameter: one row is drawn and repeated

import torch


def normal_parameter(rows, cols, std=0.01):
    return torch.normal(0, std, size=(1, cols)).repeat(rows, 1).requires_grad_()
