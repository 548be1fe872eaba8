# l1_loss: made float after the subtraction


def l1_loss(inputs, targets):
    difference = inputs - targets
    return (difference if difference.is_floating_point() else difference.float()).abs().mean()
