# data_iter: the pair is the wrong way round

import torch


def data_iter(batch_size, features, labels):
    for batch in torch.randperm(len(features)).split(batch_size):
        yield labels[batch], features[batch]
