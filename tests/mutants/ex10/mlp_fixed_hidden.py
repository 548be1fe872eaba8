# MLP: hidden is not used

from torch import nn


def MLP(in_features, hidden, out_features):
    return nn.Sequential(nn.Linear(in_features, 8), nn.ReLU(), nn.Linear(8, out_features))
