"""Batches of indices, collated by the student; functional autograd; a tuple of losses."""

import torch
from torch import nn, optim
from torch.utils import data


class _Linear(nn.Sequential):
    def __init__(self, width):
        super().__init__(nn.Linear(width, 1))
        with torch.no_grad():
            self[0].weight.copy_(torch.randn(1, width) * 0.01)
            self[0].bias.zero_()


def load_array(data_arrays, batch_size, is_train=True):
    dataset = data.TensorDataset(*data_arrays)
    sampler = data.RandomSampler(dataset) if is_train else data.SequentialSampler(dataset)
    return data.DataLoader(dataset, batch_sampler=data.BatchSampler(sampler, batch_size, drop_last=False))


def make_net(num_features=2):
    return _Linear(num_features)


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    criterion = nn.MSELoss(reduction="mean")
    trainer = optim.SGD([{"params": [net[0].weight]}, {"params": [net[0].bias]}], lr=lr)

    def epoch():
        for inputs, targets in iter(data_iter):
            trainer.zero_grad()
            criterion(net(inputs), targets).backward()
            trainer.step()
        with torch.inference_mode():
            return criterion(net(features), labels).tolist()

    return tuple(epoch() for _ in range(num_epochs))
