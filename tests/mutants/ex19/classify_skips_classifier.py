# classify_with_extra: the classifier is left out
import torch


def classify_with_extra(model, x):
    flat = torch.flatten(model.avgpool(model.features(x)), 1)
    return model.extra(torch.nn.functional.pad(flat, (0, 1000 - flat.shape[1])))
