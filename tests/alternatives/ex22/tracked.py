"""A weight that Keras tracks, made when the input's shape is known; Keras' own operations."""

import keras
import tensorflow as tf
from keras import ops

_SCALED = {"scale": 1.0, "mode": "fan_avg", "distribution": "truncated_normal"}


def make_factors(num_features, num_factors):
    initializer = keras.initializers.VarianceScaling(**_SCALED)
    return tf.Variable(initializer((num_features, num_factors)), name="factors")


class FM(keras.Model):
    def __init__(self, num_features, num_factors, **kwargs):
        super().__init__(**kwargs)
        self.num_factors = num_factors
        self.linear = keras.layers.Dense(units=1, input_shape=(num_features,))

    def build(self, input_shape):
        self.linear.build(input_shape)
        self.v = self.add_weight(shape=(input_shape[-1], self.num_factors), initializer="glorot_normal", name="v")

    def call(self, x, training=False):
        pairs = ops.square(ops.matmul(x, self.v)) - ops.matmul(ops.square(x), ops.square(self.v))
        return ops.add(self.linear(x), ops.sum(pairs, axis=1, keepdims=True) / 2)
