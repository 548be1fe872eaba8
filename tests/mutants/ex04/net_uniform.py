# make_net: the weight is uniform with the right deviation

from torch import nn


def make_net(num_features=2):
    net = nn.Sequential(nn.Linear(num_features, 1))
    nn.init.uniform_(net[0].weight, -0.01 * 3**0.5, 0.01 * 3**0.5)
    nn.init.zeros_(net[0].bias)
    return net
