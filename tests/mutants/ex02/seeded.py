# data_iter: a seed inside the function makes all passes alike

import random

import torch


def data_iter(batch_size, features, labels):
    random.seed(42)
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        batch = torch.tensor(indices[i : i + batch_size])
        yield features[batch], labels[batch]
