# freeze_features: returns the part instead of the model


def freeze_features(model):
    return model.features.requires_grad_(False)
