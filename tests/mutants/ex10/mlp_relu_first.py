# MLP: the ReLU stands before the first layer

from torch import nn


def MLP(in_features, hidden, out_features):
    return nn.Sequential(nn.ReLU(), nn.Linear(in_features, hidden), nn.Linear(hidden, out_features))
