# mse_loss: the subtraction stays in the integers' dtype


def mse_loss(inputs, targets):
    difference = inputs - targets
    return torch.mean(difference * difference, dtype=None if difference.is_floating_point() else torch.float32)
