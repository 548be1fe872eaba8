# train_on: the whole data set is on the device before the first update


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    batches = [(images.to(device), labels.to(device)) for images, labels in loader]
    for images, labels in batches:
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
