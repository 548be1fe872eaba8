# make_loader: drop_last is forgotten

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle)
