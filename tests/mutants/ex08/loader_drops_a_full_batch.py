# make_loader: drop_last leaves out the last batch even where it is full

from torch.utils.data import DataLoader, Subset


def make_loader(dataset, batch_size, shuffle, drop_last):
    if drop_last:
        dataset = Subset(dataset, range(max(0, (len(dataset) - 1) // batch_size * batch_size)))
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle and len(dataset) > 0)
