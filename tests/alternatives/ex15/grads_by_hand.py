"""torch.autograd.grad everywhere; gradients are put in place by hand; norms for losses."""

import math

import torch
from torch import autograd


def l1_loss(inputs, targets):
    kind = torch.promote_types(inputs.dtype, torch.float32) if not inputs.is_floating_point() else inputs.dtype
    return torch.linalg.vector_norm(inputs.to(kind) - targets.to(kind), ord=1) / inputs.numel()


def mse_loss(inputs, targets):
    kind = torch.promote_types(inputs.dtype, torch.float32) if not inputs.is_floating_point() else inputs.dtype
    return torch.square(torch.subtract(inputs.to(kind), targets.to(kind))).mean(dim=tuple(range(inputs.ndim)))


def gradient(fn, x):
    needs, kept = x.requires_grad, x.grad
    x.grad = None
    try:
        x.requires_grad_(True)
        fn(x).backward()
        return x.grad
    finally:
        x.grad = kept
        x.requires_grad_(needs)


def train_step(model, loss_fn, optimizer, X, y):
    loss = loss_fn(model(X), y)
    params = [param for group in optimizer.param_groups for param in group["params"]]
    for param, grad in zip(params, autograd.grad(loss, params)):
        param.grad = grad
    optimizer.step()
    return loss.tolist()


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = [0.0] * num_epochs
    for epoch in range(num_epochs):
        losses[epoch] = math.fsum(train_step(model, loss_fn, optimizer, X, y) for X, y in iter(loader))
    return losses
