# squared_error: the mean of all
import tensorflow as tf


def squared_error(y_hat, y):
    return tf.reduce_mean(tf.square(tf.subtract(y_hat, y)))
