# one_hot: the layer gives int64
from tensorflow.keras.layers import StringLookup


def one_hot(vocabulary, data):
    return StringLookup(vocabulary=vocabulary, output_mode="one_hot")(data)
