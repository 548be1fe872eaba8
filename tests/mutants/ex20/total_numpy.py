# total: a NumPy number
import tensorflow as tf


def total(x):
    return tf.reduce_sum(x).numpy()
