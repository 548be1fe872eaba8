# row_sums: axis 0 is the columns' own
import tensorflow as tf


def row_sums(x, keepdims=False):
    return tf.reduce_sum(x, axis=0, keepdims=keepdims)
