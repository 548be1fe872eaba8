# evaluate: clears the gradients, as if it were training


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    model.zero_grad()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for X, y in loader:
            X, y = X.to(device), y.to(device)
            logits = model(X)
            total += loss_fn(logits, y).item() * len(y)
            right += (logits.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was_training)
    return total / count, right / count
