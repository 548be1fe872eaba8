# multiply: power, which the same check covers, has base and exponent swapped

import torch


def power(x, exponent):
    return torch.pow(exponent, x)
