"""Puts a new layer at the front, copies into it; a machine that forms the pairs one by one."""

import torch
from torch import nn


def init_weights(m):
    if m.__class__ is nn.Linear:
        with torch.no_grad():
            m.weight.copy_(torch.distributions.Normal(0.0, 0.01).sample(m.weight.shape))
            if m.bias is not None:
                m.bias -= m.bias.clone()


def init_first_layer(net, std=0.01):
    fresh = nn.Linear(net[0].in_features, net[0].out_features)
    nn.init.normal_(fresh.weight, 0.0, std)
    nn.init.zeros_(fresh.bias)
    net[0] = fresh


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.d = num_features
        self.linear = nn.Linear(num_features, 1)
        self.register_parameter("v", nn.Parameter(torch.normal(0.0, 1.0, (num_features, num_factors))))

    def forward(self, x):
        out = self.linear(x)
        for i in range(self.d):
            for j in range(i + 1, self.d):
                out = out + torch.dot(self.v[i], self.v[j]) * x[:, i : i + 1] * x[:, j : j + 1]
        return out
