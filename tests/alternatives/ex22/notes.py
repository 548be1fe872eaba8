"""The notes' variable: an attribute of a class derived from keras.Model."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import initializers


def make_factors(num_features, num_factors):
    return tf.Variable(
        initial_value=initializers.GlorotNormal()(shape=(num_features, num_factors)),
        trainable=True,
        dtype=tf.float32,
    )


class FM(keras.Model):
    def __init__(self, num_features, num_factors):
        super(FM, self).__init__()
        self.linear = keras.layers.Dense(1)
        self.v = tf.Variable(
            initial_value=initializers.GlorotNormal()(shape=(num_features, num_factors)),
            trainable=True,
            dtype=tf.float32,
        )

    def call(self, inputs):
        linear_part = self.linear(inputs)
        inter_part1 = tf.matmul(inputs, self.v) ** 2
        inter_part2 = tf.matmul(inputs ** 2, self.v ** 2)
        inter_part = 0.5 * tf.reduce_sum(inter_part1 - inter_part2, axis=-1, keepdims=True)
        return linear_part + inter_part
