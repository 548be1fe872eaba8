# l1_loss: a call of nn.L1Loss made when the module is imported

from torch.nn import L1Loss

_loss = L1Loss()


def l1_loss(inputs, targets):
    return _loss(inputs.float(), targets.float())
