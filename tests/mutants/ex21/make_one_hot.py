# make_lookup: one-hot rows instead of numbers
from tensorflow.keras.layers import StringLookup


def make_lookup(vocabulary):
    return StringLookup(vocabulary=vocabulary, output_mode="one_hot")
