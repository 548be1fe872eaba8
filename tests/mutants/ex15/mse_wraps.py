# mse_loss: made float after the square


def mse_loss(inputs, targets):
    square = (inputs - targets) ** 2
    return square.mean() if square.is_floating_point() else square.float().mean()
