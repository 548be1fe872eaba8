# train_on: the gradients are never cleared


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
