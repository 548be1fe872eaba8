# l1_loss: squares


def l1_loss(inputs, targets):
    return (_difference(inputs, targets) ** 2).mean()
