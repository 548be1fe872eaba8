# make_lookup: the caller's list is turned round
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    layer = StringLookup(vocabulary=list(vocabulary))
    vocabulary.reverse()
    return layer
