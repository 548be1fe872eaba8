# squared_error: the caller's array becomes the difference
import tensorflow as tf


def squared_error(y_hat, y):
    y_hat -= y
    return tf.square(y_hat)
