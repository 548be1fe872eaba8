# make_factors: one row for all features
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    row = tf.keras.initializers.GlorotNormal()(shape)[:1]
    return tf.Variable(tf.tile(row, (num_features, 1)))
