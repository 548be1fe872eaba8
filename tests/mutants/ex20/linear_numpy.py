# linear: two NumPy arrays make a NumPy array
import tensorflow as tf


def linear(X, w, b):
    return X @ w + b
