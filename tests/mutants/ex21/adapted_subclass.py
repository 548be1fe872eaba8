# adapted_vocabulary: a class derived from the layer instead of by hand
from tensorflow.keras.layers import StringLookup


class Words(StringLookup):
    pass


def adapted_vocabulary(data):
    layer = Words()
    layer.adapt(data)
    return [str(word) for word in layer.get_vocabulary()]
