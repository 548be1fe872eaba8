# train_on: returns from inside of the loop


def train_on(model, loader, loss_fn, optimizer, device):
    total = 0.0
    for number, (images, labels) in enumerate(loader, 1):
        loss = loss_fn(model(images.to(device)), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
        return total / number
