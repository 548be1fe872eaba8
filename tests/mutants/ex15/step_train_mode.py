# train_step: switches the model to training


def train_step(model, loss_fn, optimizer, X, y):
    model.train()
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    return loss.item()
