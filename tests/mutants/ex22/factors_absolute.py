# make_factors: no negative values
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.abs(tf.keras.initializers.GlorotNormal()(shape)))
