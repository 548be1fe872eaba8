# make_lookup: adapt counts the vocabulary and orders it anew
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    layer = StringLookup()
    layer.adapt(vocabulary)
    return layer
