# make_net: the weight starts from 0

from torch import nn


def make_net(num_features=2):
    net = nn.Sequential(nn.Linear(num_features, 1))
    for param in net.parameters():
        nn.init.zeros_(param)
    return net
