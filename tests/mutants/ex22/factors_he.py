# make_factors: deviation from the inputs only
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.keras.initializers.HeNormal()(shape))
