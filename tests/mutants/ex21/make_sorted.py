# make_lookup: the vocabulary is sorted
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=sorted(vocabulary))
