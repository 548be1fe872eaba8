"""Tries the GPU instead of asking for it; keeps the loader's batches in a list, moves each in its turn."""

import torch


def pick_device():
    try:
        torch.zeros(1).cuda()
        return torch.device("cuda")
    except Exception:
        return torch.device("cpu")


def move(model, loss_fn, batch, device):
    with torch.no_grad():
        images, labels = batch[0].to(device), batch[1].to(device)
    return model.to(device), loss_fn.to(device), (images, labels)


def train_on(model, loader, loss_fn, optimizer, device):
    batches = list(loader)
    total = 0.0
    for batch in batches:
        x, y = [tensor.to(device) for tensor in batch]

        def closure():
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            return loss

        total += float(optimizer.step(closure))
    return total / len(batches)
