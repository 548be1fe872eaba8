# squared_error: absolute values
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.abs(tf.subtract(y_hat, y))
