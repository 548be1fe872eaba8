# column_sums: a NumPy array
import numpy as np
import tensorflow as tf


def column_sums(x, keepdims=False):
    return np.sum(x, axis=0, keepdims=keepdims)
