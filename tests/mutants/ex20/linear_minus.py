# linear: b is taken away
import tensorflow as tf


def linear(X, w, b):
    return tf.matmul(X, w) - b
