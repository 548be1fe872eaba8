# train: the losses are rounded to one digit

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter:
            l = loss(net(X), y)
            trainer.zero_grad()
            l.backward()
            trainer.step()
        with torch.no_grad():
            losses.append(round(loss(net(features), labels).item(), 1))
    return losses
