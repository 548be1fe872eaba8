# MLP: a sigmoid in place of the ReLU

from torch import nn


def MLP(in_features, hidden, out_features):
    return nn.Sequential(nn.Linear(in_features, hidden), nn.Sigmoid(), nn.Linear(hidden, out_features))
