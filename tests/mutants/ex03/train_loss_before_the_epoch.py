# train: the loss is recorded before the epoch instead of after it

import torch


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    losses = []
    for epoch in range(num_epochs):
        with torch.no_grad():
            losses.append(float(squared_loss(linreg(features, w, b), labels).mean()))
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
    return w, b, losses
