# make_loader: the notes' batch size is typed in

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size=32, shuffle=shuffle, drop_last=drop_last)
