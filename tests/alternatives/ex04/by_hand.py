"""No optimizer: the update is written out, with autograd.grad."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    def stack(rows):
        return tuple(torch.stack(column) for column in zip(*rows))

    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=bool(is_train), collate_fn=stack)


def make_net(num_features=2):
    net = nn.Sequential(nn.Linear(num_features, 1))
    state = {"0.weight": torch.empty(1, num_features).normal_(std=0.01), "0.bias": torch.zeros(1)}
    net.load_state_dict(state)
    return net


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    params = list(net.parameters())
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter:
            grads = torch.autograd.grad(nn.functional.mse_loss(net(X), y), params)
            with torch.no_grad():
                for param, grad in zip(params, grads):
                    param.sub_(lr * grad)
        losses.append(torch.nn.MSELoss()(net(features).detach(), labels).item())
    return losses
