# adapt_lookup: learns from the first row only
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    layer = StringLookup()
    layer.adapt(data[0] if isinstance(data[0], list) else data)
    return layer
