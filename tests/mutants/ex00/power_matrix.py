# multiply: power, which the same check covers, is the power of the matrix

import torch


def power(x, exponent):
    return torch.matrix_power(x, exponent)
