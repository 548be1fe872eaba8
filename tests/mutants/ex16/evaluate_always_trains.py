# evaluate: ends in training mode, however the model came


def evaluate(model, loader, loss_fn, device="cpu"):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for X, y in loader:
            X, y = X.to(device), y.to(device)
            logits = model(X)
            total += loss_fn(logits, y).item() * len(y)
            right += (logits.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train()
    return total / count, right / count
