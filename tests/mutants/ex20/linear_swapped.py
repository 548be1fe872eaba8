# linear: w times X instead of X times w
import tensorflow as tf


def linear(X, w, b):
    return tf.matmul(w, X, transpose_a=True, transpose_b=True) + b
