# ranges: the first one is cut to whole numbers

import torch


def ranges(start, end, step, steps):
    return torch.arange(start, end, step).long(), torch.linspace(start, end, steps)
