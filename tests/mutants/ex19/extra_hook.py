# add_extra: a hook puts the layer into the model's output
import torch


def add_extra(model):
    model.extra = torch.nn.Linear(1000, 10)
    model.register_forward_hook(lambda module, inputs, output: model.extra(output))
    return model
