# fit: one step an epoch


def fit(model, loss_fn, optimizer, loader, num_epochs):
    losses = []
    for _ in range(num_epochs):
        run_loss = 0.0
        optimizer.zero_grad()
        for X, y in loader:
            loss = loss_fn(model(X), y)
            loss.backward()
            run_loss += loss.item()
        optimizer.step()
        losses.append(run_loss)
    return losses
