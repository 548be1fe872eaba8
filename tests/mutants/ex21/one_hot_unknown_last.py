# one_hot: the column of unknown words is the last
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) if word in vocabulary else len(vocabulary) for word in data]
    return tf.one_hot(numbers, len(vocabulary) + 1)
