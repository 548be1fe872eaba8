# l1_loss: the absolute value of the mean


def l1_loss(inputs, targets):
    return _difference(inputs, targets).mean().abs()
