# data_iter: it gives only the first batch of each order

import torch


def data_iter(batch_size, features, labels):
    batch = torch.randperm(len(features))[:batch_size]
    yield features[batch], labels[batch]
