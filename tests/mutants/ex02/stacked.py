# data_iter: features and labels come as one tensor

import torch


def data_iter(batch_size, features, labels):
    for batch in torch.randperm(len(features)).split(batch_size):
        yield torch.cat([features[batch], labels[batch]], dim=1)
