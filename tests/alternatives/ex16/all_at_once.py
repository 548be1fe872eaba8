"""Decorators, inference_mode, logits gathered first and measured at the end, more scalars than are asked."""

import functools

import torch
from torch.nn import CrossEntropyLoss
from torch.optim import SGD
from torch.utils.tensorboard import SummaryWriter


def _keeps_mode(function):
    @functools.wraps(function)
    def wrapped(model, *args, **kwargs):
        flags = {module: module.training for module in model.modules()}
        try:
            return function(model, *args, **kwargs)
        finally:
            for module, flag in flags.items():
                module.training = flag

    return wrapped


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.train(mode=True)
    seen = []

    def closure():
        optimizer.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        return loss

    for batch in loader:
        X, y = (part.to(device, non_blocking=True) for part in batch)
        seen.append((len(X), optimizer.step(closure).item()))
    return sum(n * loss for n, loss in seen) / sum(n for n, _ in seen)


@_keeps_mode
@torch.inference_mode()
def evaluate(model, loader, loss_fn, device="cpu"):
    model.train(False)
    gathered = [(model(X.to(device)), y.to(device)) for X, y in loader]
    logits, labels = (torch.cat(parts) for parts in zip(*gathered))
    _, best = torch.max(logits, -1)
    return loss_fn(logits, labels).item(), best.eq(labels).double().mean().item()


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model, criterion = model.to(device=device), CrossEntropyLoss().to(device)
    optimizer = SGD(params=list(model.parameters()), lr=lr, momentum=0)
    log = SummaryWriter(log_dir=log_dir)
    try:
        history = []
        for epoch in range(epochs):
            entry = {"train_loss": train_epoch(model, train_loader, criterion, optimizer, device=device)}
            entry["test_loss"], entry["test_accuracy"] = evaluate(model, test_loader, criterion, device)
            for name, value in entry.items():
                log.add_scalar(name, value, global_step=epoch + 1)
            history.append(entry)
        return history
    finally:
        log.flush()
        log.close()
