# train_on: a device's name has no .type


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        images, labels = images.to(device.type), labels.to(device.type)
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
