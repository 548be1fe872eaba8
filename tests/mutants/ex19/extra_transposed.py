# add_extra: inputs and outputs the wrong way round
import torch


def add_extra(model):
    model.add_module("extra", torch.nn.Linear(10, 1000))
    return model
