"""An object that a loop can go over; each loop over it draws an order."""

import torch


class _Batches:
    def __init__(self, *tensors, batch_size):
        self.tensors, self.batch_size = tensors, batch_size

    def __len__(self):
        return -(-len(self.tensors[0]) // self.batch_size)

    def __iter__(self):
        order = torch.argsort(torch.rand(len(self.tensors[0]), dtype=torch.float64))
        for number in range(len(self)):
            batch = order[number * self.batch_size :][: self.batch_size]
            yield tuple(tensor[batch] for tensor in self.tensors)


def data_iter(batch_size, features, labels):
    return _Batches(features, labels, batch_size=batch_size)
