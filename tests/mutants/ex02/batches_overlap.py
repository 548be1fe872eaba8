# data_iter: each batch is a sample without replacement, but the next one knows nothing of it

import random


def data_iter(batch_size, features, labels):
    n = len(features)
    for start in range(0, n, batch_size):
        batch = random.sample(range(n), min(batch_size, n - start))
        yield features[batch], labels[batch]
