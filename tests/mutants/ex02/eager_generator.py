# data_iter: a generator that makes all batches before it gives the first

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    batches = []
    for i in range(0, len(indices), batch_size):
        batch = torch.tensor(indices[i : i + batch_size])
        batches.append((features[batch], labels[batch]))
    yield from batches
