# make_factors: each row drawn by itself, with another deviation
import tensorflow as tf


def make_factors(num_features, num_factors):
    shape = (num_features, num_factors)
    rows = [tf.keras.initializers.GlorotNormal()((1, num_factors)) for _ in range(num_features)]
    return tf.Variable(tf.concat(rows, axis=0))
