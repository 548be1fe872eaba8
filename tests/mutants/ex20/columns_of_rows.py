# column_sums: axis 1 is the rows' own
import tensorflow as tf


def column_sums(x, keepdims=False):
    return tf.reduce_sum(x, axis=1, keepdims=keepdims)
