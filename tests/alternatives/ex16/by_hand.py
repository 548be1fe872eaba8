"""SGD by hand under no_grad, lists instead of a result as a tuple, new-style scalars, NumPy for the accuracy."""

import numpy as np
import torch
from torch.utils import tensorboard


class _Sgd:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def zero_grad(self):
        for param in self.params:
            param.grad = None

    @torch.no_grad()
    def step(self):
        for param in self.params:
            if param.grad is not None:
                param.sub_(self.lr * param.grad)


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    for module in model.modules():
        module.training = True
    losses, counts = [], []
    for index, (X, y) in enumerate(loader):
        X = X.to(device)
        y = y.to(device)
        optimizer.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        counts.append(y.numel())
    return float(np.average(losses, weights=counts))


def evaluate(model, loader, loss_fn, device="cpu"):
    mode = "train" if model.training else "eval"
    model.eval()
    loss, right = 0.0, 0
    for X, y in loader:
        with torch.no_grad():
            out = model(X.to(device))
        loss += loss_fn(out, y.to(device)).item() * y.shape[0]
        right += int((np.argmax(out.cpu().numpy(), axis=1) == y.numpy()).sum())
    getattr(model, mode)()
    return [loss / len(loader.dataset), right / len(loader.dataset)]


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    optimizer = _Sgd(model.parameters(), lr)

    def loss_fn(logits, labels):
        log_probabilities = logits - logits.logsumexp(dim=1, keepdim=True)
        return -log_probabilities.gather(1, labels.unsqueeze(1)).mean()

    with tensorboard.SummaryWriter(log_dir, flush_secs=1) as writer:
        history = []
        for epoch in range(1, 1 + epochs):
            before = train_epoch(model, train_loader, loss_fn, optimizer, device)
            loss, accuracy = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", torch.tensor(loss), epoch, new_style=True)
            history += [{"epoch": epoch, "train_loss": before, "test_loss": loss, "test_accuracy": accuracy}]
    return history
