"""torch.accelerator, the place asked of the model's parameters, a running mean on the device."""

import torch
from torch.utils._pytree import tree_map


def pick_device():
    device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else None
    return device or torch.device("cpu")


def move(model, loss_fn, batch, device):
    moved = tree_map(lambda part: part.to(device), tuple(batch))
    return [model.to(device), loss_fn.to(device), moved]


def train_on(model, loader, loss_fn, optimizer, device):
    place = next(model.parameters()).device
    running = torch.zeros((), device=place)
    for count, (images, labels) in enumerate(loader):
        images = images if images.device == place else images.to(place)
        labels = labels.to(place, copy=True)
        with torch.enable_grad():
            loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        running += (loss.detach() - running) / (count + 1)
    return running.item()
