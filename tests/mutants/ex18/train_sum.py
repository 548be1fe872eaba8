# train_on: the sum of the batch losses


def train_on(model, loader, loss_fn, optimizer, device):
    total = 0.0
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total
