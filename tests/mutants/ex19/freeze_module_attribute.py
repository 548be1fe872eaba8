# freeze_features: requires_grad is no attribute of a module


def freeze_features(model):
    model.features.requires_grad = False
    return model
