# mse_loss: float64 becomes float32


def mse_loss(inputs, targets):
    return ((inputs.float() - targets.float()) ** 2).mean()
