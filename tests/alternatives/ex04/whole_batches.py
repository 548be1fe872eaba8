"""The dataset itself picks whole batches, as tuples; a new Parameter; the mean squared error spelled out."""

import torch
from torch import nn
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, SequentialSampler, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    order = RandomSampler(dataset) if is_train else SequentialSampler(dataset)
    return DataLoader(dataset, batch_size=None, sampler=BatchSampler(order, batch_size, False))


def make_net(num_features=2):
    layer = nn.Linear(in_features=num_features, out_features=1)
    layer.weight = nn.Parameter(torch.normal(0.0, 0.01, size=(1, num_features)))
    layer.bias = nn.Parameter(torch.zeros(1))
    net = nn.Sequential()
    net.append(layer)
    return net


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    trainer = torch.optim.SGD(net.parameters(), lr=lr)
    history = []
    for _ in range(num_epochs):
        for step, (X, y) in enumerate(data_iter):
            net.zero_grad()
            ((net(X) - y) ** 2).mean().backward()
            trainer.step()
        history.append(float(((net(features) - labels) ** 2).mean()))
    return history
