# make_lookup: a mask token moves every number up
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=vocabulary, mask_token="")
