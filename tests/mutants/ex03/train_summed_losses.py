# train: the recorded loss is the sum over the batches of the epoch, not the mean on all the data after it

import torch


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    losses = []
    for epoch in range(num_epochs):
        total = 0.0
        for X, y in data_iter(batch_size, features, labels):
            loss = squared_loss(linreg(X, w, b), y).sum()
            loss.backward()
            sgd([w, b], lr, batch_size)
            total += loss.item()
        losses.append(total)
    return w, b, losses
