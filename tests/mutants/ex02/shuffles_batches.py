# data_iter: whole batches are shuffled, not single examples

import random


def data_iter(batch_size, features, labels):
    starts = list(range(0, len(features) - batch_size + 1, batch_size))
    random.shuffle(starts)
    rest = len(features) % batch_size
    for start in starts:
        yield features[start : start + batch_size], labels[start : start + batch_size]
    if rest:
        yield features[-rest:], labels[-rest:]
