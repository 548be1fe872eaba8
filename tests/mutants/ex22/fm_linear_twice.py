# FM: the linear part counts twice
import tensorflow as tf


class FM(tf.keras.Model):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = tf.keras.layers.Dense(1)
        self.v = tf.Variable(tf.keras.initializers.GlorotNormal()((num_features, num_factors)))

    def call(self, x):
        return self.linear(x) + self.linear(x) + 0.5 * tf.reduce_sum(tf.square(tf.matmul(x, self.v)) - tf.matmul(tf.square(x), tf.square(self.v)), axis=1, keepdims=True)
