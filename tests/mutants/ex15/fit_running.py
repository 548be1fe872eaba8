# fit: the sum never starts again from 0


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses, run_loss = [], 0.0
    for _ in range(num_epochs):
        for X, y in loader:
            run_loss += train_step(model, loss_fn, optimizer, X, y)
        losses.append(run_loss)
    return losses
