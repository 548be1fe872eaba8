"""The notes' way: modules move in place, the data are assigned."""

import torch
from torch import nn


def pick_device():
    device = torch.device('cpu' if not torch.cuda.is_available() else 'cuda')
    return device


def move(model, loss_fn, batch, device):
    model.to(device)
    loss_fn.to(device)
    imgs, labels = batch
    imgs = imgs.to(device)
    labels = labels.to(device)
    return model, loss_fn, (imgs, labels)


def train_on(model, loader, loss_fn, optimizer, device):
    model.to(device)
    total_loss = 0
    total_times = 0
    for data in loader:
        imgs, labels = data
        imgs = imgs.to(device)
        labels = labels.to(device)
        outputs = model(imgs)
        loss = loss_fn(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total_loss += loss.item()
        total_times += 1
    return total_loss / total_times
