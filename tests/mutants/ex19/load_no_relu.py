# load_vgg16: built by hand, without the activations
import torch
import torchvision


def load_vgg16(weights=None):
    model = torchvision.models.vgg16(weights=weights)
    layers = [layer for layer in model.features if not isinstance(layer, torch.nn.ReLU)]
    model.features = torch.nn.Sequential(*layers)
    return model
