# train_on: goes through the loader twice, once to train and once to record


def train_on(model, loader, loss_fn, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        loss_fn(model(images.to(device)), labels.to(device)).backward()
        optimizer.step()
    losses = [loss_fn(model(images.to(device)), labels.to(device)).item() for images, labels in loader]
    return sum(losses) / len(losses)
