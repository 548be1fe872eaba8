"""`.data`, `addmm`, gradients set to None, a short last batch divided by its own length."""

import torch
from torch import Tensor, addmm


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return addmm(b, X, w)


def squared_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    return 0.5 * torch.square(y_hat - y.view_as(y_hat))


def sgd(params, lr, batch_size):
    for param in params:
        param.data.sub_(param.grad, alpha=lr / batch_size)
        param.grad = None


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    w = torch.randn(features.size(1), 1).mul_(0.01).requires_grad_()
    b = torch.tensor([0.0], requires_grad=True)
    history = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size=batch_size, features=features, labels=labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd((w, b), lr, len(X))
        history.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return [w, b, history]
