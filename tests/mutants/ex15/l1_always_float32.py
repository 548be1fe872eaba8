# l1_loss: float64 becomes float32


def l1_loss(inputs, targets):
    return (inputs.float() - targets.float()).abs().mean()
