# train: the iterator is used up after the first epoch

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    batches = iter(data_iter)
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        for X, y in batches:
            l = loss(net(X), y)
            trainer.zero_grad()
            l.backward()
            trainer.step()
        with torch.no_grad():
            losses.append(loss(net(features), labels).item())
    return losses
