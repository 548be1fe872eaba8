# make_lookup: two numbers for unknown words
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=vocabulary, num_oov_indices=2)
