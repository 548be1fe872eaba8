# mse_loss: the mean over the last dimension alone


def mse_loss(inputs, targets):
    return (_difference(inputs, targets) ** 2).mean(dim=-1)
