"""A function that returns a model made of an input and layers."""

import tensorflow as tf


def make_factors(num_features, num_factors):
    deviation = (2 / (num_features + num_factors)) ** 0.5 / 0.87962566103423978
    return tf.Variable(tf.random.truncated_normal([num_features, num_factors], stddev=deviation))


class Pairs(tf.keras.layers.Layer):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.v = self.add_weight(shape=(num_features, num_factors), initializer=tf.keras.initializers.GlorotNormal())

    def call(self, x):
        square = tf.square(x @ self.v) - tf.square(x) @ tf.square(self.v)
        return 0.5 * tf.reduce_sum(square, axis=1, keepdims=True)


def FM(num_features, num_factors):
    x = tf.keras.Input(shape=(num_features,))
    linear = tf.keras.layers.Dense(1)
    pairs = Pairs(num_features, num_factors)
    model = tf.keras.Model(x, tf.keras.layers.Add()([linear(x), pairs(x)]))
    model.linear, model.v = linear, pairs.v
    return model
