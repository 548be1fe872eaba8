# make_loader: by position, so drop_last lands on DataLoader's sampler

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size, shuffle, drop_last)
