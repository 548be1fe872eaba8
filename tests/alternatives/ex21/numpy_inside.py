"""NumPy for all that is done by hand."""

import keras
import numpy as np


def make_lookup(vocabulary):
    layer = keras.layers.StringLookup(num_oov_indices=1, oov_token="[UNK]")
    layer.set_vocabulary(vocabulary)
    return layer


def adapt_lookup(data):
    return make_lookup(np.array(adapted_vocabulary(data)[1:]))


def lookup(vocabulary, data):
    known = np.array(vocabulary)
    if np.unique(known).size != known.size:
        raise ValueError("not unique")
    rows = []
    for row in data:
        same = np.array(row, dtype=str)[:, None] == known[None, :]
        rows.append(list(np.where(same.any(axis=1), same.argmax(axis=1) + 1, 0)))
    return rows


def adapted_vocabulary(data):
    words, counts = np.unique(np.ravel(data), return_counts=True)
    order = np.lexsort((words, counts))[::-1]
    return ["[UNK]"] + list(words[order])


def one_hot(vocabulary, data):
    matrix = np.zeros((len(data), len(vocabulary) + 1), dtype=np.float32)
    matrix[np.arange(len(data)), lookup(vocabulary, [data])[0]] = 1
    return matrix
