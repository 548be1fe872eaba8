# replace_last: the whole classifier is replaced
import torch


def replace_last(model, num_classes):
    model.classifier = torch.nn.Linear(25088, num_classes)
    return model
