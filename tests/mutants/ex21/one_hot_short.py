# one_hot: a column too few: the last word has no 1
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) + 1 if word in vocabulary else 0 for word in data]
    return tf.one_hot(numbers, len(vocabulary))
