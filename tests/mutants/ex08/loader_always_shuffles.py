# make_loader: shuffle=True whatever is asked

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size=batch_size, shuffle=True, drop_last=drop_last)
