# column_sums: the dimension of size 1 stands at the wrong end
import tensorflow as tf


def column_sums(x, keepdims=False):
    sums = tf.reduce_sum(x, axis=0)
    return tf.expand_dims(sums, 1) if keepdims else sums
