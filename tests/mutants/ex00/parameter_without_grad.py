# normal_parameter: does not require grad

import torch


def normal_parameter(rows, cols, std=0.01):
    return torch.normal(0, std, size=(rows, cols))
