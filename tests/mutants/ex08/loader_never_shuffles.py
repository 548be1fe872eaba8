# make_loader: shuffle is forgotten

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size=batch_size, drop_last=drop_last)
