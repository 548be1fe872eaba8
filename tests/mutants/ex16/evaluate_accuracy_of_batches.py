# evaluate: the mean of the batches' accuracies


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    total, shares, count = 0.0, [], 0
    with torch.no_grad():
        for X, y in loader:
            X, y = X.to(device), y.to(device)
            logits = model(X)
            total += loss_fn(logits, y).item() * len(y)
            shares.append((logits.argmax(dim=1) == y).float().mean().item())
            count += len(y)
    model.train(was_training)
    return total / count, sum(shares) / len(shares)
