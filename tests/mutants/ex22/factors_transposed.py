# make_factors: rows and columns the wrong way round
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.keras.initializers.GlorotNormal()((num_factors, num_features)))
