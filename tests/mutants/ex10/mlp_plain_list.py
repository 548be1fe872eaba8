# MLP: layers in a plain list are not registered

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.layers = [nn.Linear(in_features, hidden), nn.Linear(hidden, out_features)]

    def forward(self, x):
        return self.layers[1](torch.relu(self.layers[0](x)))
