"""A loop over the factors, add_weight in the constructor."""

import tensorflow as tf


def make_factors(num_features, num_factors):
    values = tf.initializers.GlorotNormal()([num_features, num_factors])
    return tf.Variable(values, trainable=True)


class FM(tf.keras.Model):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = tf.keras.layers.Dense(1, input_dim=num_features)
        self.v = self.add_weight(
            name="v", shape=(num_features, num_factors), initializer="GlorotNormal", trainable=True
        )

    def call(self, x):
        result = self.linear(x)
        for factor in range(self.v.shape[1]):
            column = self.v[:, factor]
            parts = x * column
            result += (tf.reduce_sum(parts, 1, True) ** 2 - tf.reduce_sum(parts**2, 1, True)) / 2
        return result
