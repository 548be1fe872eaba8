# replace_last: inputs and outputs the wrong way round
import torch


def replace_last(model, num_classes):
    model.classifier[-1] = torch.nn.Linear(num_classes, 4096)
    return model
