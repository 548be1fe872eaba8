"""One function for both passes; the training loss is measured after the epoch; a writer for each epoch."""

import contextlib

import torch
import torch.nn.functional as F
from torch.utils.tensorboard import SummaryWriter


def _run(model, loader, loss_fn, device, optimizer=None):
    sums = torch.zeros(3, dtype=torch.float64)
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        out = model(X)
        loss = loss_fn(out, y)
        if optimizer is not None:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        hits = sum(int(a) == int(b) for a, b in zip(torch.softmax(out, 1).argmax(1), y))
        sums += torch.tensor([loss.item() * len(X), hits, len(X)])
    return (sums[0] / sums[2]).item(), (sums[1] / sums[2]).item()


@contextlib.contextmanager
def _evaluating(model):
    before = model.training
    model.eval()
    with torch.set_grad_enabled(False):
        yield model
    model.train(before)


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    return _run(model.train(), loader, loss_fn, device, optimizer)[0]


def evaluate(model, loader, loss_fn, device="cpu"):
    with _evaluating(model):
        return _run(model, loader, loss_fn, device)


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr)
    history = []
    for epoch in range(1, epochs + 1):
        train_epoch(model, train_loader, F.cross_entropy, optimizer, device)
        train_loss, _ = evaluate(model, train_loader, F.cross_entropy, device)
        test_loss, test_accuracy = evaluate(model, test_loader, F.cross_entropy, device)
        with SummaryWriter(log_dir) as writer:
            writer.add_scalar("test_loss", test_loss, epoch)
        history.append({"train_loss": train_loss, "test_loss": test_loss, "test_accuracy": test_accuracy})
    return history
