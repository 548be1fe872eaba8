# count_batches: a float instead of an int

import numpy as np


def count_batches(num_examples, batch_size, drop_last):
    return float(np.floor(num_examples / batch_size) if drop_last else np.ceil(num_examples / batch_size))
