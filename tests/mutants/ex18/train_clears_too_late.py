# train_on: the gradients are cleared between backward and step


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
