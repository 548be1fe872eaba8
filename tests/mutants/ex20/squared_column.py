# squared_error: every result is a column
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.reshape(tf.square(tf.subtract(y_hat, y)), [-1, 1])
