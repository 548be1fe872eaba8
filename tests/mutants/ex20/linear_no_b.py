# linear: b is left out
import tensorflow as tf


def linear(X, w, b):
    return tf.matmul(X, w)
