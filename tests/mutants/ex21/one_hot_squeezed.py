# one_hot: a single word loses its row
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) + 1 if word in vocabulary else 0 for word in data]
    return tf.squeeze(tf.one_hot(numbers, len(vocabulary) + 1))
