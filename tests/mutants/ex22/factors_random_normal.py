# make_factors: a fixed deviation of 0.05
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.keras.initializers.RandomNormal()(shape))
