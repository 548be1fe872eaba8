# train: the mean is divided by the batch's size once more

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter:
            l = loss(net(X), y) / len(X)
            trainer.zero_grad()
            l.backward()
            trainer.step()
        with torch.no_grad():
            losses.append(loss(net(features), labels).item())
    return losses
