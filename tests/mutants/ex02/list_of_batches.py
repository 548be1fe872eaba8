# data_iter: all batches are made at once

import torch


def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features))
    return [
        (features[order[i : i + batch_size]], labels[order[i : i + batch_size]])
        for i in range(0, len(order), batch_size)
    ]
