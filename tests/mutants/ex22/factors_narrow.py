# make_factors: the cut makes the deviation smaller
import numpy as np
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.random.truncated_normal(shape, stddev=np.sqrt(2 / sum(shape))))
