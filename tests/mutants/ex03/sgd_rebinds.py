# sgd: `param = param - …` binds a local name and leaves the caller's tensor alone

import torch


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param = param - lr * param.grad / batch_size
    for param in params:
        param.grad.zero_()
