# train_on: gives a tensor instead of a float


def train_on(model, loader, loss_fn, optimizer, device):
    total = 0
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.detach()
    return total / len(loader)
