# ranges: the pair in the wrong order

import torch


def ranges(start, end, step, steps):
    return torch.linspace(start, end, steps), torch.arange(start, end, step)
