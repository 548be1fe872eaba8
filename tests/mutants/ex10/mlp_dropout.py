# MLP: a dropout after the ReLU

from torch import nn


def MLP(in_features, hidden, out_features):
    return nn.Sequential(nn.Linear(in_features, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, out_features))
