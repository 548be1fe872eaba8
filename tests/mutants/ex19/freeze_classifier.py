# freeze_features: the wrong part


def freeze_features(model):
    for parameter in model.classifier.parameters():
        parameter.requires_grad = False
    return model
