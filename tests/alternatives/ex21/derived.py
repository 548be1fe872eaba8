"""A class derived from the layer, data as a tensor or a dataset, groups of equal count."""

from itertools import chain, groupby

import tensorflow as tf
from tensorflow.keras.layers import StringLookup
from tensorflow.keras.utils import to_categorical


class Words(StringLookup):
    def __init__(self, vocabulary=None):
        super().__init__(vocabulary=vocabulary, output_mode="int")


class Repeated(ValueError):
    pass


def make_lookup(vocabulary):
    return Words(tuple(vocabulary))


def adapt_lookup(data):
    layer = Words()
    layer.adapt(tf.reshape(tf.constant(data), [-1]))
    return layer


def lookup(vocabulary, data):
    numbers = {}
    for word in vocabulary:
        if word in numbers:
            raise Repeated(f"{word} occurs twice")
        numbers[word] = len(numbers) + 1
    return [list(map(lambda word: numbers.get(word, 0), row)) for row in data]


def adapted_vocabulary(data):
    words = sorted(data if isinstance(data[0], str) else chain.from_iterable(data), reverse=True)
    counted = [(len(list(group)), word) for word, group in groupby(words)]
    counted.sort(key=lambda pair: pair[0], reverse=True)
    return ("[UNK]", *(word for _, word in counted))


def one_hot(vocabulary, data):
    numbers = lookup(vocabulary, [data])[0]
    return tf.convert_to_tensor(to_categorical(numbers, num_classes=len(vocabulary) + 1), dtype="float32")
