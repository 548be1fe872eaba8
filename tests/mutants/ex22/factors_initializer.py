# make_factors: the initializer instead of its values
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.keras.initializers.GlorotNormal()
