# FM: the parts have other names
import tensorflow as tf


class FM(tf.keras.Model):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1)
        self.factors = tf.Variable(tf.keras.initializers.GlorotNormal()((num_features, num_factors)))

    def call(self, x):
        return self.dense(x) + 0.5 * tf.reduce_sum(tf.square(tf.matmul(x, self.factors)) - tf.matmul(tf.square(x), tf.square(self.factors)), axis=1, keepdims=True)
