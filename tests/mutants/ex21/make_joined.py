# make_lookup: [UNK] is put into the vocabulary as a word
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=["unknown", *vocabulary])
