# data_iter: the order is drawn once and kept for all passes

import torch

_indices = {}


def data_iter(batch_size, features, labels):
    n = len(features)
    if n not in _indices:
        _indices[n] = torch.randperm(n)
    for start in range(0, n, batch_size):
        batch = _indices[n][start : start + batch_size]
        yield features[batch], labels[batch]
