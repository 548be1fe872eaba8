# data_iter: it gives indices in place of rows

import torch


def data_iter(batch_size, features, labels):
    for batch in torch.randperm(len(features)).split(batch_size):
        yield batch, labels[batch]
