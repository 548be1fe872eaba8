# data_iter: the examples are spread evenly instead of batch_size to each

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    for batch in torch.tensor_split(torch.randperm(n), -(-n // batch_size)):
        yield features[batch], labels[batch]
