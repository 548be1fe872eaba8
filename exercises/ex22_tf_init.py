"""Initial values in TensorFlow: GlorotNormal, a variable, a factorization machine.

Source: the notes' section on initializing parameters in TensorFlow.

What a network learns stands in *variables*: `tf.Variable(value, trainable=True)` is a tensor that can be
assigned to, and that a `tf.GradientTape` watches by itself. Where do its first values come from? An
*initializer* is an object that, called with a shape, draws them. `GlorotNormal` draws from a normal
distribution around 0 whose deviation fits the matrix:

    deviation² = 2 / (fan_in + fan_out)       for the shape (fan_in, fan_out)

so that what comes out of a layer is about as large as what went in. For 3 inputs and 5 outputs the
deviation is √(2 / 8) = 0.5. Values further out than about 2.27 deviations are drawn again, so none are
extreme.

A **factorization machine** adds to a linear model a term for each pair of features, whose weight is the
product of their factors:

    ŷ = linear(x) + Σ_{i<j} (v_i · v_j) x_i x_j
      = linear(x) + ½ Σ_f [ (xv)_f² − (x²v²)_f ]

The second line needs no loop over pairs. Shapes: x `(n, num_features)`; v `(num_features, num_factors)`,
one row per feature; xv and x²v² `(n, num_factors)`; the sum over the factors `(n, 1)`. Here x² and v² are
squares of each element, and x²v² is the matrix product of the two.

One number to follow by hand: x = [1, 2] and one factor, v = [[1], [3]]. Then xv = 1 + 6 = 7 and
x²v² = 1·1 + 4·9 = 37, and ½ (49 − 37) = 6: the one pair there is, v_1 v_2 x_1 x_2 = 1 · 3 · 1 · 2.

The traps:

- Summing over the factors gives `(n,)`; added to the `(n, 1)` of the linear part it becomes `(n, n)`.
  Keep the dimension.
- (xv)² is squared *after* the product, x²v² before it.
- An initializer *object* that is kept and called twice gives the same values twice, in Keras 3. Make a
  new one for each variable.
- `.numpy()` inside of the model cuts the gradient off.

Where the notes are out of date: Keras 3 does not know of a `tf.Variable` that is merely an attribute. `v` as
in the notes gets its gradient from a tape, but `model.trainable_weights` does not list it, `fit` leaves it
as it is, and `save_weights` forgets it. A weight made with `self.add_weight(shape=…,
initializer="glorot_normal")` is tracked. Both are right here.
"""

import tensorflow as tf


def make_factors(num_features, num_factors):
    """Make a variable for the factors, with initial values from GlorotNormal.

    Args:
        num_features: how many rows.
        num_factors: how many columns.

    Returns:
        A trainable float32 `tf.Variable` of shape `(num_features, num_factors)`.

    >>> factors = make_factors(3, 5)
    >>> factors.shape, factors.dtype, factors.trainable
    (TensorShape([3, 5]), tf.float32, True)
    """
    # TODO: write make_factors, and remove the next line.
    raise NotImplementedError("make_factors")


class FM(tf.keras.Model):
    """A factorization machine: linear(x) + ½ Σ_f [(xv)_f² − (x²v²)_f].

    A class, or, if you like it better, a function of the same name that returns a Keras model.

    Args:
        num_features: how many features an example has.
        num_factors: how many factors each feature has.

    Attributes:
        linear: a `tf.keras.layers.Dense(1)`, with bias.
        v: the factors, float32 `(num_features, num_factors)`, trainable, with initial values from
            GlorotNormal: a `tf.Variable` as in the notes, or a weight made with `add_weight`.

    >>> model = FM(2, 1)
    >>> model(tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])).shape
    TensorShape([3, 1])
    >>> model.v.assign([[1.0], [3.0]])[1, 0].numpy().item()
    3.0
    >>> x = tf.constant([[1.0, 2.0]])
    >>> round(float((model(x) - model.linear(x))[0, 0]), 3)
    6.0
    """

    def __init__(self, num_features, num_factors):
        # TODO: write FM.__init__, and remove the next line.
        raise NotImplementedError("FM.__init__")

    def call(self, x):
        """Give the predictions.

        Args:
            x: float32 `(n, num_features)`.

        Returns:
            A float32 tensor `(n, 1)`. Gradients flow through it to `v` and to the linear layer.
        """
        # TODO: write FM.call, and remove the next line.
        raise NotImplementedError("FM.call")
