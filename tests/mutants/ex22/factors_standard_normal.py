# make_factors: N(0, 1) as in PyTorch's exercise
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.random.normal(shape))
