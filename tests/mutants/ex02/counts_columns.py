# data_iter: the order is drawn over the columns

import torch


def data_iter(batch_size, features, labels):
    for batch in torch.randperm(features.shape[-1]).split(batch_size):
        yield features[batch], labels[batch]
