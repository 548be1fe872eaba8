# adapt_lookup: equal counts in the order in which they appear
from collections import Counter
from tensorflow.keras.layers import StringLookup


def adapt_lookup(data):
    words = [word for row in data for word in (row if isinstance(row, list) else [row])]
    return StringLookup(vocabulary=[word for word, _ in Counter(words).most_common()])
