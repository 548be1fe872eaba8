"""Recursion over a net's modules, xavier-free draws through nn.init, sums by einsum."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.init import normal_, trunc_normal_, zeros_


def init_weights(m):
    for layer in m.modules():
        if isinstance(layer, nn.Linear):
            trunc_normal_(layer.weight, std=0.01)  # cut at ±2, which is 200 deviations away
            if layer.bias is not None:
                zeros_(layer.bias)


@torch.no_grad()
def init_first_layer(net, std=0.01):
    normal_(net[0].weight, mean=0, std=std)
    net[0].bias[:] = 0.0


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        nn.Module.__init__(self)
        self.v = nn.Parameter(torch.Tensor(num_features, num_factors))
        normal_(self.v)
        self.linear = nn.Linear(num_features, 1, bias=True)

    def forward(self, x):
        each = x[:, :, None] * self.v
        pairs = each.sum(1).pow(2) - each.pow(2).sum(1)
        return F.linear(x, self.linear.weight, self.linear.bias) + torch.einsum("nf->n", pairs)[:, None] / 2.0
