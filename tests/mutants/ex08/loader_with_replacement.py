# make_loader: items are drawn with replacement, so some come twice

from torch.utils.data import DataLoader, RandomSampler


def make_loader(dataset, batch_size, shuffle, drop_last):
    sampler = RandomSampler(dataset, replacement=True) if shuffle else None
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler, drop_last=drop_last)
