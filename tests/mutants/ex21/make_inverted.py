# make_lookup: from numbers to words
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=vocabulary, invert=True)
