"""Data for linear regression, made by a model that we know.

Source: the notes' section on linear regression, *by hand*: making the data.

Before a method meets real data, let it meet data whose answer is known: if training finds the w and b
that the data came from, the method works. Linear regression assumes that the label is a weighted sum of
the features plus a number, and that a little normally distributed noise lies on top:

    y = Xw + b + ε        X ~ N(0, 1)        ε ~ N(0, 0.01²)

Follow the shapes, with n examples of d features each:

    X        (n, d)    every value drawn for itself
    w        (d,)      one weight for each feature; `len(w)` is d
    Xw       (n,)      a matrix times a vector: one number for each example
    Xw + b   (n,)      b is one number, it is added to all
    ε        (n,)      one draw for each example
    y        (n, 1)    the same numbers, stood up as a column

One example by hand: w = [2, −3.4], b = 4.2, x = [1, 2]. Then xw = 1·2 + 2·(−3.4) = −4.8, with b it
is −0.6, and if the noise happens to be 0.013, y = −0.587.

Traps that people fall into:

- Noise of shape `(n, 1)` added to labels of shape `(n,)` broadcasts to `(n, n)`, without an error. Try
  your function with a few examples and look at the shapes before you make a thousand.
- In N(0, 0.01²) the standard deviation is 0.01 and the variance is 0.0001. `torch.normal` wants the
  standard deviation.
- One noise value for all examples is no noise: it only shifts b.
- A seed set inside of the function makes every call give the same data.
- `w.unsqueeze_(1)` turns the caller's own w into a column. Methods that end in `_` work in place.

Nothing is switched off here.
"""

import torch


def synthetic_data(w, b, num_examples):
    """Draw examples from the linear model y = Xw + b + noise.

    Args:
        w: the true weights, float32 `(d,)` with d ≥ 1. They stay as they are.
        b: the true bias, a float.
        num_examples: how many examples to draw, an int ≥ 1.

    Returns:
        The pair `(X, y)`. X is float32 `(num_examples, d)`, each value drawn from N(0, 1). y is float32
        `(num_examples, 1)`: Xw + b plus noise from N(0, 0.01²), drawn for each example. Every call draws
        anew.

    >>> X, y = synthetic_data(torch.tensor([2.0, -3.4]), 4.2, 5)
    >>> X.shape, y.shape
    (torch.Size([5, 2]), torch.Size([5, 1]))
    >>> noise = y[:, 0] - (2.0 * X[:, 0] - 3.4 * X[:, 1] + 4.2)
    >>> bool((noise.abs() < 0.1).all())
    True
    """
    ### BEGIN SOLUTION
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b
    y += torch.normal(0, 0.01, y.shape)
    return X, y.reshape(-1, 1)
    ### END SOLUTION
