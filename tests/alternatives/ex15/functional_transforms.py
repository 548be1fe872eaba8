"""torch.func for the gradient, a closure for the step, model.zero_grad, float64 for integers."""

import torch


def _float(x):
    return x if x.dtype.is_floating_point else x.double()


def l1_loss(inputs, targets):
    d = torch.sub(_float(inputs), _float(targets))
    return torch.where(d < 0, -d, d).sum() / d.numel()


def mse_loss(inputs, targets):
    d = (_float(inputs) - _float(targets)).flatten()
    return torch.dot(d, d) / len(d)


def gradient(fn, x):
    return torch.func.grad(fn)(x)


def train_step(model, loss_fn, optimizer, X, y):
    def closure():
        model.zero_grad(set_to_none=True)
        loss = loss_fn(model(X), y)
        loss.backward()
        return loss

    return optimizer.step(closure).item()


def fit(model, loss_fn, optimizer, loader, num_epochs):
    return [sum((train_step(model, loss_fn, optimizer, *batch) for batch in loader), 0.0) for _ in range(num_epochs)]
