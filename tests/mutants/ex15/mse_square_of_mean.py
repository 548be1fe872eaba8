# mse_loss: the square of the mean


def mse_loss(inputs, targets):
    return _difference(inputs, targets).mean() ** 2
