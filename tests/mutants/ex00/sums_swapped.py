# column_sums: dim 0 taken for the rows

import torch


def column_sums(x, keepdim=False):
    return torch.sum(x, dim=1, keepdim=keepdim)


def row_sums(x, keepdim=False):
    return torch.sum(x, dim=0, keepdim=keepdim)
