"""Identity as the base class; convolutions of length 1 as linear layers; one vector of all parameters."""

import torch
from torch import nn
from torch.nn.utils import parameters_to_vector


class myNN(nn.Identity):
    def forward(self, input):
        return super().forward(input) + torch.tensor(1.0)


class MLP(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.a = nn.Conv1d(in_features, hidden, 1)
        self.b = nn.Conv1d(hidden, out_features, 1)

    def forward(self, x):
        return self.b(torch.maximum(self.a(x.unsqueeze(-1)), torch.zeros(()))).squeeze(-1)


def count_parameters(module):
    trainable = [p for p in module.parameters() if p.requires_grad]
    return parameters_to_vector(trainable).numel() if trainable else 0
