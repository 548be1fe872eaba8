# dense_parameters: builds the layer to count, 4 GB of it

from torch import nn


def dense_parameters(inputs, outputs, bias=True):
    return sum(p.numel() for p in nn.Linear(inputs, outputs, bias).parameters())
