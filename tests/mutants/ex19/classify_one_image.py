# classify_with_extra: only the first image
import torch


def classify_with_extra(model, x):
    return model.extra(model(x[:1]))
