# lookup: tensors instead of lists
import tensorflow as tf


def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    return [tf.constant([numbers.get(word, 0) for word in row]) for row in data]
