# make_net: a seed makes all nets alike

import torch
from torch import nn


def make_net(num_features=2):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(num_features, 1))
    net[0].weight.data.normal_(0, 0.01)
    net[0].bias.data.fill_(0)
    return net
