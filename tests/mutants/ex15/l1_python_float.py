# l1_loss: a Python float, through which no gradient flows


def l1_loss(inputs, targets):
    return _difference(inputs, targets).abs().mean().item()
