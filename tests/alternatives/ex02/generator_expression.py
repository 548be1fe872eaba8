"""A generator expression; slices of a shuffled copy."""

import torch


def data_iter(batch_size, features, labels):
    order = torch.randperm(features.shape[0])
    features, labels = features[order], labels[order]
    starts = range(0, len(order), batch_size)
    return ((features[start : start + batch_size], labels[start : start + batch_size]) for start in starts)
