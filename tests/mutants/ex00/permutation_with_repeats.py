# permutation: drawn with repeats

import torch


def permutation(m):
    return torch.randint(0, m, (m,))
