"""Moves only where that does something: batches come from the CPU."""

import torch


def pick_device():
    return torch.device("cuda:0") if torch.cuda.is_available() else torch.device("cpu")


def move(model, loss_fn, batch, device):
    images, labels = batch
    if torch.device(device) != images.device:
        model, loss_fn = model.to(device), loss_fn.to(device)
        images, labels = images.to(device), labels.to(device)
    return model, loss_fn, (images, labels)


def train_on(model, loader, loss_fn, optimizer, device):
    total = 0.0
    for images, labels in loader:
        if device.type == "cuda":
            images, labels = images.pin_memory().cuda(non_blocking=True), labels.cuda(device)
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(loader)
