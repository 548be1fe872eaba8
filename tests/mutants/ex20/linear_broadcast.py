# linear: b reaches the columns of a flat result, and the shape is n x n
import tensorflow as tf


def linear(X, w, b):
    return tf.matmul(X, w) + tf.reshape(tf.matmul(X, w) * 0, [-1]) + b
