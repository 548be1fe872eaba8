# adapt_lookup: a flat list is split into letters
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    layer = StringLookup()
    layer.adapt([letter for row in data for letter in row])
    return layer
