# l1_loss: keeps a dimension of length 1


def l1_loss(inputs, targets):
    return _difference(inputs, targets).abs().mean().reshape(1)
