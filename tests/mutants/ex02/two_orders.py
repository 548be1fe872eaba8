# data_iter: features and labels are shuffled apart

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    for_features, for_labels = torch.randperm(n), torch.randperm(n)
    for start in range(0, n, batch_size):
        yield features[for_features[start : start + batch_size]], labels[for_labels[start : start + batch_size]]
