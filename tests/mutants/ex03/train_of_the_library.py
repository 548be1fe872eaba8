# train: nn.MSELoss and torch.optim.SGD do the work

import torch
from torch import nn


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    loss, optimizer, losses = nn.MSELoss(), torch.optim.SGD([w, b], lr=lr / 2), []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            optimizer.zero_grad()
            loss(linreg(X, w, b), y.reshape(-1, 1)).backward()
            optimizer.step()
        losses.append(loss(linreg(features, w, b), labels.reshape(-1, 1)).item() / 2)
    return w, b, losses
