# normal_parameter: torch.rand, from 0 to 1, in place of torch.randn

import torch


def normal_parameter(rows, cols, std=0.01):
    return (torch.rand(rows, cols) * std).requires_grad_()
