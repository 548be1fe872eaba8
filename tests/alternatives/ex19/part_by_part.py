"""The network built from its parts, the chain made anew around its own layers, parameters replaced."""

import torch
from torch import nn
from torchvision.models import VGG, VGG16_Weights
from torchvision.models.vgg import cfgs, make_layers


def load_vgg16(weights=None):
    model = VGG(make_layers(cfgs["D"]), init_weights=weights is None)
    if weights is not None:
        model.load_state_dict(VGG16_Weights.verify(weights).get_state_dict())
    return model


class Extra(nn.Linear):
    def __init__(self):
        super().__init__(1000, 10)


def add_extra(model):
    model.register_module("extra", Extra())
    return model


def classify_with_extra(model, x):
    with torch.no_grad():
        flat = torch.flatten(model.avgpool(model.features(x)), 1)
        return torch.nn.functional.linear(model.classifier(flat), model.extra.weight, model.extra.bias)


def replace_last(model, num_classes):
    layers = list(model.classifier.children())
    model.classifier = nn.Sequential(*layers[:-1], nn.Linear(4096, num_classes))
    return model


def freeze_features(model):
    for module in model.features.modules():
        for name, parameter in list(module.named_parameters(recurse=False)):
            setattr(module, name, nn.Parameter(parameter.detach(), requires_grad=False))
    return model
