# row_sums: a list of numbers
import tensorflow as tf


def row_sums(x, keepdims=False):
    return [tf.reduce_sum(row, keepdims=keepdims) for row in x]
