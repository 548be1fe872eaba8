# make_factors: a NumPy array
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.keras.initializers.GlorotNormal()(shape).numpy()
