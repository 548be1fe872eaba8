"""Tensors first, then Python's operators and products with ones."""

import tensorflow as tf


def linear(X, w, b):
    X, w, b = (tf.convert_to_tensor(value) for value in (X, w, b))
    return X @ w + b


def squared_error(y_hat, y):
    difference = tf.convert_to_tensor(y_hat) - tf.convert_to_tensor(y)
    return difference**2


def column_sums(x, keepdims=False):
    x = tf.convert_to_tensor(x)
    sums = tf.ones([1, x.shape[0]]) @ x
    return sums if keepdims else tf.squeeze(sums, axis=0)


def row_sums(x, keepdims=False):
    sums = tf.math.add_n(tf.unstack(x, axis=1))
    return sums[:, tf.newaxis] if keepdims else sums


def total(x):
    flat = tf.reshape(x, [-1])
    return tf.tensordot(flat, tf.ones_like(flat), axes=1)
