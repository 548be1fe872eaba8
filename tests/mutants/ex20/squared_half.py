# squared_error: the ½ of linear regression by hand
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.square(tf.subtract(y_hat, y)) / 2
