# fit: a last batch that is shorter is left out


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        run_loss, size = 0.0, None
        for X, y in loader:
            size = size or len(X)
            if len(X) == size:
                run_loss += train_step(model, loss_fn, optimizer, X, y)
        losses.append(run_loss)
    return losses
