# mse_loss: changes its inputs


def mse_loss(inputs, targets):
    loss = (_difference(inputs, targets) ** 2).mean()
    inputs.data.sub_(targets)
    return loss
