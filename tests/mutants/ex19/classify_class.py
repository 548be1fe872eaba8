# classify_with_extra: the class instead of the scores


def classify_with_extra(model, x):
    return model.extra(model(x)).argmax(dim=1)
