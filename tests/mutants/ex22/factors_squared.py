# make_factors: the variance taken for the deviation
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.random.truncated_normal(shape, stddev=2 / sum(shape)))
