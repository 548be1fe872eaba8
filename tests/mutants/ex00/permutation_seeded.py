# permutation: a fixed seed

import torch


def permutation(m):
    return torch.randperm(m, generator=torch.Generator().manual_seed(0))
