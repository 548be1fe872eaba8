# An optimizer made at import is given the caller's parameters; no constructor runs while the switch is on.
import torch

made = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


def sgd(params, lr, batch_size):
    made.param_groups[0]["params"] = params
    made.param_groups[0]["lr"] = lr / batch_size
    made.step()
    made.zero_grad()
