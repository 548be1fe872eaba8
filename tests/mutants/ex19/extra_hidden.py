# add_extra: a layer in a list is not registered
import torch


def add_extra(model):
    model.__dict__["extra"] = torch.nn.Linear(1000, 10)
    return model
