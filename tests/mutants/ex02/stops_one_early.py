# data_iter: the last index is left out

import random

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    indices = list(range(n))
    random.shuffle(indices)
    for i in range(0, n, batch_size):
        batch = torch.tensor(indices[i : min(i + batch_size, n - 1)])
        yield features[batch], labels[batch]
