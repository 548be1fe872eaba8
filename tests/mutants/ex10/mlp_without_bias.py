# MLP: the layers have no bias

from torch import nn


def MLP(in_features, hidden, out_features):
    return nn.Sequential(
        nn.Linear(in_features, hidden, bias=False), nn.ReLU(), nn.Linear(hidden, out_features, bias=False)
    )
