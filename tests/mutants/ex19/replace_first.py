# replace_last: replaces the classifier's first layer
import torch


def replace_last(model, num_classes):
    model.classifier[0] = torch.nn.Linear(25088, num_classes)
    return model
