# permutation: in order

import torch


def permutation(m):
    return torch.arange(m)
