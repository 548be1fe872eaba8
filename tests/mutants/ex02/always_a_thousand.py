# data_iter: the notes' 1000 examples are written into the code

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(1000))
    random.shuffle(indices)
    for i in range(0, 1000, batch_size):
        batch = torch.tensor(indices[i : i + batch_size])
        yield features[batch], labels[batch]
