# data_iter: a batch is a NumPy array

import numpy as np


def data_iter(batch_size, features, labels):
    X, y = features.numpy(), labels.numpy()
    order = np.random.permutation(len(X))
    for i in range(0, len(X), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]
