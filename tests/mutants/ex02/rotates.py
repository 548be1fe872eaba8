# data_iter: a pass starts at a random example and goes round

import random

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    first = random.randrange(n)
    for start in range(0, n, batch_size):
        batch = torch.tensor([(first + i) % n for i in range(start, min(start + batch_size, n))])
        yield features[batch], labels[batch]
