# fit: the mean of the batch losses


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batch = [train_step(model, loss_fn, optimizer, X, y) for X, y in loader]
        losses.append(sum(batch) / len(batch))
    return losses
