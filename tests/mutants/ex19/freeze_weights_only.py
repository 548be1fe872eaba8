# freeze_features: the biases still learn


def freeze_features(model):
    for name, parameter in model.features.named_parameters():
        if "weight" in name:
            parameter.requires_grad = False
    return model
