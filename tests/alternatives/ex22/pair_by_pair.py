"""The sum over pairs itself, with the products of all factors; names imported at the top."""

from tensorflow import Variable, einsum, float32, linalg, newaxis, reduce_sum
from tensorflow.keras import Model
from tensorflow.keras.initializers import GlorotNormal
from tensorflow.keras.layers import Dense


def make_factors(num_features, num_factors):
    return Variable(lambda: GlorotNormal()((num_features, num_factors), dtype=float32), dtype=float32)


class FM(Model):
    def __init__(self, num_features, num_factors):
        super().__init__(name="fm")
        self.v = make_factors(num_features, num_factors)
        self.linear = Dense(1, use_bias=True, kernel_initializer="zeros")

    def call(self, x):
        products = einsum("if,jf->ij", self.v, self.v)
        above = products - linalg.band_part(products, -1, 0)
        pairs = einsum("ni,ij,nj->n", x, above, x)
        return self.linear(x) + pairs[:, newaxis]
