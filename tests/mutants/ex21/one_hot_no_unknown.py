# one_hot: no column for unknown words
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) if word in vocabulary else -1 for word in data]
    return tf.one_hot(numbers, len(vocabulary))
