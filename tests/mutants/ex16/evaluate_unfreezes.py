# evaluate: switches requires_grad off and then on for every parameter, also for one that was frozen


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    model.requires_grad_(False)
    total, right, count = 0.0, 0, 0
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        logits = model(X)
        total += loss_fn(logits, y).item() * len(y)
        right += (logits.argmax(dim=1) == y).sum().item()
        count += len(y)
    model.requires_grad_(True)
    model.train(was_training)
    return total / count, right / count
