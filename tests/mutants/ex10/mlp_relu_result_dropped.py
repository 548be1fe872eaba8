# MLP: the ReLU is applied and its result thrown away

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)

    def forward(self, x):
        x = self.first(x)
        torch.relu(x)
        return self.second(x)
