# replace_last: a copy is changed, the model is not
import copy

import torch


def replace_last(model, num_classes):
    model = copy.deepcopy(model)
    model.classifier[-1] = torch.nn.Linear(4096, num_classes)
    return model
