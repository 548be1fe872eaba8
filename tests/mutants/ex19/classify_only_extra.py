# classify_with_extra: the images go straight into extra


def classify_with_extra(model, x):
    return model.extra(x)
