"""Puts new parameters in place of the old ones."""

import torch
from torch.nn import Linear, Module, Parameter


def init_weights(m):
    if isinstance(m, Linear):
        m.weight = Parameter(torch.normal(0.0, 0.01, size=m.weight.shape))
        m.bias = m.bias if m.bias is None else Parameter(torch.zeros_like(m.bias))
    return m


def init_first_layer(net, std=0.01):
    layer = net[0]
    layer.weight = Parameter(std * torch.randn(layer.out_features, layer.in_features))
    layer.bias = Parameter(torch.zeros(layer.out_features))
    return net


class FM(Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.v = Parameter(torch.empty(num_features, num_factors).normal_())
        self.linear = Linear(in_features=num_features, out_features=1)

    def forward(self, x):
        xv = x.matmul(self.v)
        return self.linear(x) + (xv.square() - x.square().matmul(self.v.square())).sum(-1).unsqueeze(-1).mul(0.5)
