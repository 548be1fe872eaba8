# multiply: power, which the same check covers, goes through the logarithm

import torch


def power(x, exponent):
    return torch.exp(exponent * torch.log(x))
