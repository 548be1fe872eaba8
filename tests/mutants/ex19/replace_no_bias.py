# replace_last: the new layer has no bias
import torch


def replace_last(model, num_classes):
    model.classifier[-1] = torch.nn.Linear(4096, num_classes, bias=False)
    return model
