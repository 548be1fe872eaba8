# train_on: the last batch's loss


def train_on(model, loader, loss_fn, optimizer, device):
    for images, labels in loader:
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
