# add_extra: another name
import torch


def add_extra(model):
    model.add_module("fc", torch.nn.Linear(1000, 10))
    return model
