# add_extra: a new network around the model
import torch


def add_extra(model):
    wrapped = torch.nn.Sequential()
    wrapped.add_module("model", model)
    wrapped.add_module("extra", torch.nn.Linear(1000, 10))
    return wrapped
