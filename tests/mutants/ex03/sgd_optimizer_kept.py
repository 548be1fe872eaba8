# sgd: a library optimizer made at import does the work

import torch

_opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)


def sgd(params, lr, batch_size):
    _opt.param_groups[0]['params'] = list(params); _opt.param_groups[0]['lr'] = lr / batch_size
    _opt.step(); _opt.zero_grad()
