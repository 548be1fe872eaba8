# ranges: steps is taken for the number of gaps

import torch


def ranges(start, end, step, steps):
    return torch.arange(start, end, step), torch.linspace(start, end, steps + 1)
