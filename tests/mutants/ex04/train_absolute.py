# train: L1Loss in place of MSELoss

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    loss = nn.L1Loss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter:
            l = loss(net(X), y)
            trainer.zero_grad()
            l.backward()
            trainer.step()
        with torch.no_grad():
            losses.append(loss(net(features), labels).item())
    return losses
