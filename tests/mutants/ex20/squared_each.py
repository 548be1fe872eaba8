# squared_error: the difference of the squares
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.square(y_hat) - tf.square(y)
