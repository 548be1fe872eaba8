"""The notes' way with the layer; by hand with loops."""

import tensorflow as tf
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    layer = StringLookup(vocabulary=vocabulary)
    return layer


def adapt_lookup(data):
    layer = StringLookup()
    layer.adapt(data)
    return layer


def lookup(vocabulary, data):
    for word in vocabulary:
        if vocabulary.count(word) > 1:
            raise ValueError(word)
    result = []
    for row in data:
        numbers = []
        for word in row:
            if word in vocabulary:
                numbers.append(vocabulary.index(word) + 1)
            else:
                numbers.append(0)
        result.append(numbers)
    return result


def adapted_vocabulary(data):
    words = []
    for row in data:
        if type(row) == str:
            words.append(row)
        else:
            words.extend(row)
    different = list(set(words))
    different.sort(reverse=True)
    different.sort(key=words.count, reverse=True)
    return ["[UNK]"] + different


def one_hot(vocabulary, data):
    layer = StringLookup(vocabulary=vocabulary, output_mode='one_hot')
    return tf.cast(layer(data), tf.float32)
