"""NumPy does the work, a tensor comes out."""

import numpy as np
import tensorflow as tf


def linear(X, w, b):
    return tf.constant(np.asarray(X) @ np.asarray(w) + np.asarray(b))


def squared_error(y_hat, y):
    return tf.constant(np.square(np.subtract(y_hat, y)), dtype=tf.float32)


def column_sums(x, keepdims=False):
    return tf.constant(np.asarray(x).sum(axis=0, keepdims=keepdims))


def row_sums(x, keepdims=False):
    return tf.constant(np.asarray(x).sum(axis=1, keepdims=keepdims))


def total(x):
    return tf.constant(np.asarray(x).sum(), dtype=tf.float32)
