# data_iter: the number of values is taken for the number of examples

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(features.numel()))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        batch = torch.tensor(indices[i : i + batch_size]) % len(features)
        yield features[batch], labels[batch]
