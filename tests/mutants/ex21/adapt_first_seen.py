# adapt_lookup: words in the order in which they appear
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    words = [word for row in data for word in (row if isinstance(row, list) else [row])]
    return StringLookup(vocabulary=list(dict.fromkeys(words)))
