# adapt_lookup: the words are made distinct before they are counted
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    words = [word for row in data for word in (row if isinstance(row, list) else [row])]
    layer = StringLookup()
    layer.adapt(sorted(set(words)))
    return layer
