# sgd: the library's functional form does the work

import torch
from torch.optim.sgd import sgd as fsgd


def sgd(params, lr, batch_size):
    with torch.no_grad():
        fsgd(params, [p.grad for p in params], [None]*len(params), weight_decay=0, momentum=0, lr=lr/batch_size, dampening=0, nesterov=False, maximize=False)
        for p in params: p.grad.zero_()
