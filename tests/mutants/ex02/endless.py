# data_iter: it starts over when the data are used up

import torch


def data_iter(batch_size, features, labels):
    while True:
        order = torch.randperm(len(features))
        for batch in order.split(batch_size):
            yield features[batch], labels[batch]
