# data_iter: only the features follow the random order

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        yield features[torch.tensor(indices[i : i + batch_size])], labels[i : i + batch_size]
