# one_hot: one row for all words
import tensorflow as tf


def one_hot(vocabulary, data):
    return tf.cast(tf.keras.layers.StringLookup(vocabulary=vocabulary, output_mode="multi_hot")(data), tf.float32)
