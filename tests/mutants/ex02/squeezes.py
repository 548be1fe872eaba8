# data_iter: dimensions of size 1 get lost

import torch


def data_iter(batch_size, features, labels):
    for batch in torch.randperm(len(features)).split(batch_size):
        yield features[batch].squeeze(), labels[batch].squeeze()
