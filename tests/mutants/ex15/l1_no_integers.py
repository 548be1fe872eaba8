# l1_loss: the mean of integers raises


def l1_loss(inputs, targets):
    return (inputs - targets).abs().mean()
