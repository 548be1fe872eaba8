# fit: the first pass's batches are kept for all epochs


def fit(model, loss_fn, optimizer, loader, num_epochs):
    batches = list(loader)
    return [sum((train_step(model, loss_fn, optimizer, X, y) for X, y in batches), 0.0) for _ in range(num_epochs)]
