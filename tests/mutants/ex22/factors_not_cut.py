# make_factors: a normal distribution with its tails
import numpy as np
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.random.normal(shape, stddev=np.sqrt(2 / sum(shape))))
