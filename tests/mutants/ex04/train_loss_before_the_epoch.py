# train: the loss is recorded before the epoch

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        with torch.no_grad():
            losses.append(loss(net(features), labels).item())
        for X, y in data_iter:
            l = loss(net(X), y)
            trainer.zero_grad()
            l.backward()
            trainer.step()
    return losses
