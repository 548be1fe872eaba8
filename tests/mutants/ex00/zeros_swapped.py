# zeros_long: rows and columns swapped

import torch


def zeros_long(rows, cols):
    return torch.zeros(cols, rows, dtype=torch.long)
