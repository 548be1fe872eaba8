# Tensors that are no plain ones: meta, sparse, quantised, nested, complex, conjugated, fake, on no device.
import torch


def linreg(X, w, b):
    return torch.zeros(5, 1, device="meta")


def squared_loss(y_hat, y):
    return torch.nested.nested_tensor([torch.zeros(2), torch.zeros(3)])


def sgd(params, lr, batch_size):
    for param in params:
        param.data = torch.zeros(3, 1, dtype=torch.complex64).conj()


def train(*args, **kwargs):
    quantised = torch.quantize_per_tensor(torch.zeros(3), 0.1, 0, torch.qint8)
    return quantised, torch.zeros(3).to_sparse(), [torch.zeros(2, dtype=torch.bfloat16), torch.zeros(2, dtype=torch.bool)]
