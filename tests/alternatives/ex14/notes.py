"""The notes' way: a test on the type, `.data` of one layer, the parameter in `__init__`."""

import torch
import torch.nn as nn


def init_weights(m):
    if type(m) == nn.Linear:
        nn.init.normal_(m.weight, std=0.01)
        if m.bias is not None:
            nn.init.constant_(m.bias, 0)


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std)
    net[0].bias.data.fill_(0)


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super(FM, self).__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        square_of_sum = torch.mm(x, self.v) ** 2
        sum_of_squares = torch.mm(x * x, self.v * self.v)
        return self.linear(x) + 0.5 * torch.sum(square_of_sum - sum_of_squares, dim=1, keepdim=True)
