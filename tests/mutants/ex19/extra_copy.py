# add_extra: a copy gets the layer, the model itself does not
import copy

import torch


def add_extra(model):
    model = copy.deepcopy(model)
    model.add_module("extra", torch.nn.Linear(1000, 10))
    return model
