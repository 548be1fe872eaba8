# make_loader: whole batches are shuffled instead of items

import random

from torch.utils.data import BatchSampler, DataLoader, SequentialSampler


class Shuffled:
    def __init__(self, batches):
        self.batches = batches

    def __iter__(self):
        batches = list(self.batches)
        last = batches.pop() if batches and len(batches[-1]) < len(batches[0]) else None
        random.shuffle(batches)
        return iter(batches + ([last] if last else []))

    def __len__(self):
        return len(self.batches)


def make_loader(dataset, batch_size, shuffle, drop_last):
    batches = BatchSampler(SequentialSampler(dataset), batch_size, drop_last)
    return DataLoader(dataset, batch_sampler=Shuffled(batches) if shuffle else batches)
