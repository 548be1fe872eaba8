# train_epoch: one step at the end of the pass


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.train()
    total, count = 0.0, 0
    optimizer.zero_grad()
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        loss = loss_fn(model(X), y)
        loss.backward()
        total += loss.item() * len(y)
        count += len(y)
    optimizer.step()
    return total / count
