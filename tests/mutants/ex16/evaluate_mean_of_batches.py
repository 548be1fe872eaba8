# evaluate: the mean of the batch losses


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    losses, right, count = [], 0, 0
    with torch.no_grad():
        for X, y in loader:
            X, y = X.to(device), y.to(device)
            logits = model(X)
            losses.append(loss_fn(logits, y).item())
            right += (logits.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was_training)
    return sum(losses) / len(losses), right / count
