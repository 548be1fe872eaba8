# adapt_lookup: gives the vocabulary instead of the layer
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    layer = StringLookup()
    layer.adapt(data)
    return layer.get_vocabulary()
