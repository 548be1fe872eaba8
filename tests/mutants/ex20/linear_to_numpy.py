# linear: the tensor is turned back into NumPy
import tensorflow as tf


def linear(X, w, b):
    return (tf.matmul(X, w) + b).numpy()
