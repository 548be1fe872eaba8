# column_sums: keepdims is on unless switched off
import tensorflow as tf


def column_sums(x, keepdims=True):
    return tf.reduce_sum(x, axis=0, keepdims=keepdims)
