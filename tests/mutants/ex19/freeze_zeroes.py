# freeze_features: sets the parameters to zero
import torch


def freeze_features(model):
    for parameter in model.features.parameters():
        parameter.data = torch.zeros_like(parameter)
        parameter.requires_grad_(False)
    return model
