# make_loader: the notes' drop_last=True is typed in

from torch.utils.data import DataLoader


def make_loader(dataset, batch_size, shuffle, drop_last):
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle, drop_last=True)
