# one_hot: the columns come from the data
import tensorflow as tf


def one_hot(vocabulary, data):
    words = sorted(set(data))
    return tf.one_hot([words.index(word) + 1 for word in data], len(words) + 1)
