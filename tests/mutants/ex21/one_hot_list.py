# one_hot: a list of lists
import tensorflow as tf


def one_hot(vocabulary, data):
    numbers = [vocabulary.index(word) + 1 if word in vocabulary else 0 for word in data]
    return tf.one_hot(numbers, len(vocabulary) + 1).numpy().tolist()
