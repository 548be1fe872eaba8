# freeze_features: the first convolution only


def freeze_features(model):
    for parameter in model.features[0].parameters():
        parameter.requires_grad = False
    return model
