# permutation: only the start is random

import torch


def permutation(m):
    return torch.roll(torch.arange(m), int(torch.randint(0, m, ())))
