# train: the mean of the batch losses on the way is recorded

import torch
from torch import nn


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    loss = nn.MSELoss()
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(num_epochs):
        total = count = 0
        for X, y in data_iter:
            l = loss(net(X), y)
            trainer.zero_grad()
            l.backward()
            trainer.step()
            total += l.item() * len(X)
            count += len(X)
        losses.append(total / count)
    return losses
