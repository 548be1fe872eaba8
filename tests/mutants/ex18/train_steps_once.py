# train_on: one step after the pass instead of one per batch


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    optimizer.zero_grad()
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        loss.backward()
        losses.append(loss.item())
    optimizer.step()
    return sum(losses) / len(losses)
