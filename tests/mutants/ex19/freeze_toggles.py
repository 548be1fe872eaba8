# freeze_features: turns what was frozen into trainable


def freeze_features(model):
    for parameter in model.features.parameters():
        parameter.requires_grad = not parameter.requires_grad
    return model
