# mse_loss: float32 becomes float64


def mse_loss(inputs, targets):
    return ((inputs.double() - targets.double()) ** 2).mean()
