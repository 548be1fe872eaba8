# fit: each loss times the length of its batch


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        losses.append(sum(len(X) * train_step(model, loss_fn, optimizer, X, y) for X, y in loader))
    return losses
