# permutation: only two numbers are swapped

import torch


def permutation(m):
    order = torch.arange(m)
    i, j = torch.randint(0, m, (2,)).tolist()
    order[i], order[j] = j, i
    return order
