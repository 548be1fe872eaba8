"""Functions that return modules; a set of identities for the shared parameters."""

import math
from collections import OrderedDict

from torch import add, ones_like
from torch.nn import Linear, Module, ReLU, Sequential


class myNN(Module):
    def forward(self, input):
        return add(input, ones_like(input))


def MLP(in_features, hidden, out_features):
    return Sequential(
        OrderedDict(
            [
                ("fc1", Linear(in_features, hidden)),
                ("act", ReLU(inplace=True)),
                ("fc2", Linear(hidden, out_features)),
            ]
        )
    )


def count_parameters(module):
    seen, total = set(), 0
    for part in module.modules():
        for parameter in part._parameters.values():
            if parameter is not None and parameter.requires_grad and id(parameter) not in seen:
                seen.add(id(parameter))
                total += math.prod(parameter.shape)
    return total
