# adapted_vocabulary: the layer instead of by hand
from tensorflow.keras.layers import StringLookup


def adapted_vocabulary(data):
    layer = StringLookup()
    layer.adapt(data)
    return [str(word) for word in layer.get_vocabulary()]
