# adapt_lookup: adapt returns None
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    return StringLookup().adapt(data)
