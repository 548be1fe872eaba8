"""The accelerator's own words, copies instead of the originals, one batch fetched ahead."""

import copy

import numpy as np
import torch


def pick_device():
    if torch.cuda.device_count() > 0:
        return torch.device("cuda", torch.cuda.current_device())
    return torch.device("cpu")


def move(model, loss_fn, batch, device):
    model, loss_fn = copy.deepcopy(model), copy.deepcopy(loss_fn)
    images, labels = (torch.as_tensor(part, device=device) for part in batch)
    return model.to(device=device), loss_fn.to(device=device), (images, labels)


def _ahead(loader, device):
    ready = None
    for images, labels in loader:
        coming = images.to(device, non_blocking=True), labels.to(device, non_blocking=True)
        if ready is not None:
            yield ready
        ready = coming
    yield ready


def train_on(model, loader, loss_fn, optimizer, device):
    model = model.to(device)
    if isinstance(loss_fn, torch.nn.Module):
        loss_fn = loss_fn.to(device)
    losses = []
    for images, labels in _ahead(loader, device):
        loss = loss_fn(model(images), labels)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.detach().cpu().numpy())
    return float(np.mean(losses))
