# data_iter: a batch is a list of rows, not a tensor

import random


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        batch = indices[i : i + batch_size]
        yield [features[j] for j in batch], [labels[j] for j in batch]
