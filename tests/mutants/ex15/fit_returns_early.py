# fit: returns inside the loop


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        run_loss = 0.0
        for X, y in loader:
            run_loss += train_step(model, loss_fn, optimizer, X, y)
        losses.append(run_loss)
        return losses
    return losses
