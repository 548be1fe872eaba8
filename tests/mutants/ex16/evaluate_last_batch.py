# evaluate: the last batch alone


def evaluate(model, loader, loss_fn, device="cpu"):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        for X, y in loader:
            logits = model(X.to(device))
            loss = loss_fn(logits, y.to(device)).item()
            accuracy = (logits.argmax(dim=1) == y.to(device)).float().mean().item()
    model.train(was_training)
    return loss, accuracy
