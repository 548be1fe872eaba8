# column_sums: the mean
import tensorflow as tf


def column_sums(x, keepdims=False):
    return tf.reduce_mean(x, axis=0, keepdims=keepdims)
