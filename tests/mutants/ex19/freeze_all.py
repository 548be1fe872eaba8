# freeze_features: the classifier is frozen too


def freeze_features(model):
    for parameter in model.parameters():
        parameter.requires_grad = False
    return model
