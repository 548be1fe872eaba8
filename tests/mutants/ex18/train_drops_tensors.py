# train_on: a tensor does not move in place, the moved ones are dropped


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        images.to(device)
        labels.to(device)
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
