# row_sums: keepdims taken for the whole shape of x
import tensorflow as tf


def row_sums(x, keepdims=False):
    sums = tf.reduce_sum(x, axis=1, keepdims=keepdims)
    return sums * tf.ones_like(x) if keepdims else sums
