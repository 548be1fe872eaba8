# classify_with_extra: extra is registered, so it is believed to be used


def classify_with_extra(model, x):
    return model(x)
