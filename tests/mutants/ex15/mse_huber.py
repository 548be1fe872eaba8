# mse_loss: another loss of the library that comes to the same


def mse_loss(inputs, targets):
    if not inputs.is_floating_point():
        inputs, targets = inputs.float(), targets.float()
    return torch.nn.functional.huber_loss(inputs, targets, delta=1e9) * 2
