# train_step: trains in training mode and restores the top flag for all layers


def train_step(model, loss_fn, optimizer, X, y):
    before = model.training
    model.train()
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    model.train(before)
    return loss.item()
