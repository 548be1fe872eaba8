# data_iter: random.shuffle on a tensor doubles rows

import random


def data_iter(batch_size, features, labels):
    X = features.clone()
    random.shuffle(X)
    for i in range(0, len(X), batch_size):
        yield X[i : i + batch_size], labels[i : i + batch_size]
