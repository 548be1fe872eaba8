# make_loader: the order is drawn once, when the loader is made

import torch
from torch.utils.data import DataLoader, Subset


def make_loader(dataset, batch_size, shuffle, drop_last):
    if shuffle:
        dataset = Subset(dataset, torch.randperm(len(dataset)).tolist())
    return DataLoader(dataset, batch_size=batch_size, drop_last=drop_last)
