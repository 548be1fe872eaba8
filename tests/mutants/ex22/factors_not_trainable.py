# make_factors: the variable is not trainable
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    return tf.Variable(tf.keras.initializers.GlorotNormal()(shape), trainable=False)
