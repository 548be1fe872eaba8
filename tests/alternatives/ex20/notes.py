"""The notes' functions: tf.matmul, tf.square, tf.reduce_sum."""

import tensorflow as tf


def linear(X, w, b):
    return tf.matmul(X, w) + b


def squared_error(y_hat, y):
    return tf.square(y_hat - y)


def column_sums(x, keepdims=False):
    return tf.reduce_sum(x, axis=0, keepdims=keepdims)


def row_sums(x, keepdims=False):
    return tf.reduce_sum(x, axis=1, keepdims=keepdims)


def total(x):
    return tf.reduce_sum(x)
