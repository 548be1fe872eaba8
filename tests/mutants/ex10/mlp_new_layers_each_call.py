# MLP: forward makes new layers at each call

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.sizes = in_features, hidden, out_features

    def forward(self, x):
        in_features, hidden, out_features = self.sizes
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        return self.second(torch.relu(self.first(x)))
