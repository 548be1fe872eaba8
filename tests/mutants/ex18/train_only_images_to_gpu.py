# train_on: on a GPU the labels stay where they are


def train_on(model, loader, loss_fn, optimizer, device):
    losses = []
    for images, labels in loader:
        if device.type == "cuda":
            images = images.cuda()
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)
