# add_extra: the layer has no bias
import torch


def add_extra(model):
    model.add_module("extra", torch.nn.Linear(1000, 10, bias=False))
    return model
