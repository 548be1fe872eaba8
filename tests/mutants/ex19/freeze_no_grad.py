# freeze_features: no_grad lasts only as long as its block
import torch


def freeze_features(model):
    with torch.no_grad():
        model.features.train(False)
    return model
