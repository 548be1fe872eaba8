# make_loader: batch_size is forgotten, so each batch is one item

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, shuffle=shuffle, drop_last=drop_last)
