# replace_last: ResNet's name for the last layer
import torch


def replace_last(model, num_classes):
    model.fc = torch.nn.Linear(4096, num_classes)
    return model
