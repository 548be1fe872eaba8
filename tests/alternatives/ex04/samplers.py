"""Samplers in place of shuffle, nn.init, a closure for the optimizer, zero_grad after the step."""

from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch.optim import SGD
from torch.utils.data import DataLoader, RandomSampler, SequentialSampler, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    sampler = RandomSampler(dataset) if is_train else SequentialSampler(dataset)
    return DataLoader(dataset, batch_size, sampler=sampler, drop_last=False)


def make_net(num_features=2):
    net = torch.nn.Sequential(OrderedDict(linear=torch.nn.Linear(num_features, 1)))
    torch.nn.init.normal_(net.linear.weight, mean=0.0, std=0.01)
    torch.nn.init.zeros_(net.linear.bias)
    return net


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    optimizer = SGD(net.parameters(), lr, foreach=False)
    losses = []
    for _ in range(num_epochs):
        net.train()
        for batch in data_iter:

            def closure():
                loss = F.mse_loss(net(batch[0]), batch[1])
                loss.backward()
                return loss

            optimizer.step(closure)
            optimizer.zero_grad(set_to_none=False)
        net.eval()
        losses += [F.mse_loss(net(features), labels).detach().numpy().item()]
    return losses
