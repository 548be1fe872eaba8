# make_loader: a list of batches, cut once, instead of a DataLoader

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return list(DataLoader(dataset, batch_size=batch_size, shuffle=shuffle, drop_last=drop_last))
