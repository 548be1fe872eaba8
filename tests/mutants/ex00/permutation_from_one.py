# permutation: 1 … m

import torch


def permutation(m):
    return torch.randperm(m) + 1
