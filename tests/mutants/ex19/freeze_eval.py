# freeze_features: evaluation mode freezes nothing


def freeze_features(model):
    model.features.eval()
    return model
