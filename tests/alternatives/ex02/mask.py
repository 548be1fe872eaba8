"""A mask picks the rows of a batch, so that they stand in the order of the data there; the batches are random."""

import torch


def data_iter(batch_size, features, labels):
    ranks = torch.randperm(len(features))
    for first in range(0, len(ranks), batch_size):
        mask = (ranks >= first) & (ranks < first + batch_size)
        yield features[mask], labels[mask]
