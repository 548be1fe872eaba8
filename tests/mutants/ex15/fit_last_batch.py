# fit: the last batch's loss


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in loader:
            loss = train_step(model, loss_fn, optimizer, X, y)
        losses.append(loss)
    return losses
