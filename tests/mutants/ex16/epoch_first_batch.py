# train_epoch: returns inside the loop


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.train()
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()
