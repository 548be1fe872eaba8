# data_iter: each batch is drawn from all the data, so that some examples come twice

import torch


def data_iter(batch_size, features, labels):
    n = len(features)
    for start in range(0, n, batch_size):
        batch = torch.randint(n, (min(batch_size, n - start),))
        yield features[batch], labels[batch]
