# make_loader: the order is only turned round to another start

import random

from torch.utils.data import DataLoader, Sampler


class Turned(Sampler):
    def __init__(self, length):
        self.length = length

    def __iter__(self):
        start = random.randrange(self.length)
        return iter([(start + 7 * i) % self.length if self.length % 7 else (start + i) % self.length
                     for i in range(self.length)])

    def __len__(self):
        return self.length


def make_loader(dataset, batch_size, shuffle, drop_last):
    sampler = Turned(len(dataset)) if shuffle else None
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler, drop_last=drop_last)
