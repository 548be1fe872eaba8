# ranges: the first one goes on to the end

import torch


def ranges(start, end, step, steps):
    return torch.arange(start, end + step, step), torch.linspace(start, end, steps)
