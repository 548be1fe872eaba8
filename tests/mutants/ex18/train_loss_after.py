# train_on: records each batch's loss after its update
import torch


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            losses.append(loss_fn(model(images), labels).item())
    return sum(losses) / len(losses)
