# train_epoch: divides by len(loader.dataset), also where the last batch is dropped


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.train()
    total = 0.0
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
    return total / len(loader.dataset)
