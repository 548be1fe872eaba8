# add_extra: the new layer cannot be trained
import torch


def add_extra(model):
    model.extra = torch.nn.Linear(1000, 10).requires_grad_(False)
    return model
