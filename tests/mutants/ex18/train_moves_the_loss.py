# train_on: a loss that is a function has no .to


def train_on(model, loader, loss_fn, optimizer, device):
    loss_fn = loss_fn.to(device)
    losses = []
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
