# adapt_lookup: each call of adapt forgets the one before
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    layer = StringLookup()
    for row in data:
        layer.adapt(row if isinstance(row, list) else [row])
    return layer
