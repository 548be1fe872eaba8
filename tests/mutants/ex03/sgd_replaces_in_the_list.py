# sgd: new tensors are put into the list, the caller's own stay as they were

import torch


def sgd(params, lr, batch_size):
    for index, param in enumerate(params):
        with torch.no_grad():
            new = param - lr * param.grad / batch_size
        param.grad = None
        params[index] = new.requires_grad_()
