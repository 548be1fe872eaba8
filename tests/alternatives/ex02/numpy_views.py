"""NumPy inside: the tensors' memory is indexed as arrays, and each batch becomes a tensor."""

import numpy as np
import torch


def data_iter(batch_size, features, labels):
    X, y = features.numpy(), labels.numpy()
    order = np.arange(len(X))
    np.random.shuffle(order)
    for first in range(0, len(X), batch_size):
        chosen = order[first : first + batch_size]
        yield [torch.from_numpy(X[chosen]), torch.as_tensor(y[chosen])]
