# freeze_features: makes every parameter of the classifier trainable


def freeze_features(model):
    for name, parameter in model.named_parameters():
        parameter.requires_grad = not name.startswith("features")
    return model
