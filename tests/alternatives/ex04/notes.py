"""The notes' way."""

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size=batch_size, shuffle=is_train)


def make_net(num_features=2):
    net = nn.Sequential(nn.Linear(num_features, 1))
    net[0].weight.data.normal_(0, 0.01)
    net[0].bias.data.fill_(0)
    return net


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
            l = loss(net(features), labels)
            print(f"epoch {epoch + 1}, loss {l:f}")
            losses.append(float(l))
    return losses
