# train_on: the optimizer makes no step


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
    return sum(losses) / len(losses)
