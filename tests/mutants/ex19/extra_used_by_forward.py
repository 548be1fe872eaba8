# add_extra: the forward is changed to use the layer
import torch


def add_extra(model):
    model.extra = torch.nn.Linear(1000, 10)
    forward = model.forward
    model.forward = lambda x: model.extra(forward(x))
    return model
