# train_on: labels first, outputs second


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        loss = loss_fn(labels.to(device), model(images.to(device)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
