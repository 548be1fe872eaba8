# add_extra: add_module returns None
import torch


def add_extra(model):
    return model.add_module("extra", torch.nn.Linear(1000, 10))
