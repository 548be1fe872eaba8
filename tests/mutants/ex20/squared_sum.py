# squared_error: the sum of all
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.reduce_sum(tf.square(tf.subtract(y_hat, y)))
