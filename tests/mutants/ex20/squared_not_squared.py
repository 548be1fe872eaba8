# squared_error: the difference only
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.subtract(y_hat, y)
