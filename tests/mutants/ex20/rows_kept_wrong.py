# row_sums: a row instead of a column
import tensorflow as tf


def row_sums(x, keepdims=False):
    sums = tf.reduce_sum(x, axis=1)
    return tf.expand_dims(sums, 0) if keepdims else sums
