# l1_loss: one loss for each element


def l1_loss(inputs, targets):
    return _difference(inputs, targets).abs()
