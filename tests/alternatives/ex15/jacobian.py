"""The jacobian for the gradient; clears by hand before backward; counts batches with enumerate."""

import torch
from torch import Tensor


def _prepare(*tensors: Tensor) -> list[Tensor]:
    return [t.type(torch.float32) if not t.is_floating_point() else t for t in tensors]


def l1_loss(inputs: Tensor, targets: Tensor) -> Tensor:
    inputs, targets = _prepare(inputs, targets)
    return (torch.maximum(inputs, targets) - torch.minimum(inputs, targets)).mean()


def mse_loss(inputs: Tensor, targets: Tensor) -> Tensor:
    inputs, targets = _prepare(inputs, targets)
    return torch.pow(inputs - targets, exponent=2).mean(None)


def gradient(fn, x: Tensor) -> Tensor:
    return torch.autograd.functional.jacobian(fn, x.detach())


def train_step(model, loss_fn, optimizer, X, y) -> float:
    prediction = model(X)
    loss = loss_fn(prediction, y)
    before = loss.detach().clone()
    for param in model.parameters():
        if param.grad is not None:
            param.grad.zero_()
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return before.cpu().numpy().item()


def fit(model, loss_fn, optimizer, loader, num_epochs) -> list[float]:
    result: list[float] = []
    for epoch in range(1, num_epochs + 1):
        total = torch.zeros(())
        model.train()
        for i, batch in enumerate(loader):
            X, y = batch
            total += train_step(model, loss_fn, optimizer, X, y)
        result += [float(total)]
    return result
