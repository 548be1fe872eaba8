# adapt_lookup: keeps only some words
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    layer = StringLookup(max_tokens=4)
    layer.adapt(data)
    return layer
