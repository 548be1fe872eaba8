"""Layers that learn their input size from the first batch; a ModuleList; a sorted list of values."""

import torch
from torch import nn
from torch.nn import functional


class myNN(nn.Module):
    def __init__(self):
        nn.Module.__init__(self)

    def forward(self, x):
        return x.clone().add_(1)


class MLP(nn.Module):
    def __init__(self, in_features: int, hidden: int, out_features: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.LazyLinear(hidden), nn.LazyLinear(out_features)])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        *inner, last = self.layers
        for layer in inner:
            x = functional.relu(layer(x))
        return last(x)


def count_parameters(module: nn.Module) -> int:
    return sum(map(torch.Tensor.nelement, filter(lambda p: p.requires_grad, module.parameters())))
