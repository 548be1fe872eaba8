# data_iter: examples are shuffled inside each batch only

import random

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    for start in range(0, n, batch_size):
        indices = list(range(start, min(start + batch_size, n)))
        random.shuffle(indices)
        batch = torch.tensor(indices)
        yield features[batch], labels[batch]
