# lookup: the layer instead of by hand
from tensorflow.keras.layers import StringLookup


def lookup(vocabulary, data):
    return [StringLookup(vocabulary=vocabulary)(row).numpy().tolist() if row else [] for row in data]
