# train_epoch: sets the flag of the model alone, not of its layers


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.training = True
    total, count = 0.0, 0
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
        count += len(y)
    return total / count
