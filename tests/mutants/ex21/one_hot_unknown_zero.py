# one_hot: an unknown word has no 1 at all
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) + 1 if word in vocabulary else -1 for word in data]
    return tf.one_hot(numbers, len(vocabulary) + 1)
