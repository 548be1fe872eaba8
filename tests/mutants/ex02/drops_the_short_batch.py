# data_iter: what is left over is dropped

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for b in range(len(features) // batch_size):
        batch = torch.tensor(indices[b * batch_size : (b + 1) * batch_size])
        yield features[batch], labels[batch]
