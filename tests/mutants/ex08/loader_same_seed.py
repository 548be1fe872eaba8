# make_loader: a generator with a fixed seed that starts over at each pass

import torch
from torch.utils.data import DataLoader, Sampler


class Same(Sampler):
    def __init__(self, length):
        self.length = length

    def __iter__(self):
        return iter(torch.randperm(self.length, generator=torch.Generator().manual_seed(0)).tolist())

    def __len__(self):
        return self.length


def make_loader(dataset, batch_size, shuffle, drop_last):
    sampler = Same(len(dataset)) if shuffle else None
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler, drop_last=drop_last)
