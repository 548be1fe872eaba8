"""TensorFlow's operations: matrix product, square, sums.

Source: the notes' section on TensorFlow's operation functions.

Three functions carry most of linear regression:

| function | does |
| --- | --- |
| `tf.matmul(a, b)` | the matrix product: `(n, d)` and `(d, k)` make `(n, k)` |
| `tf.square(x)` | the square of each element, in x's shape |
| `tf.reduce_sum(x, axis=…, keepdims=…)` | the sum over one dimension, or over all of them |

They take NumPy arrays and TensorFlow tensors alike, and give TensorFlow tensors.

`axis` names the dimension that *disappears*. Take x of shape `(2, 3)`:

    x = [[1, 2, 3],        reduce_sum(x, axis=0) = [5, 7, 9]      shape (3,): one sum per column
         [4, 5, 6]]        reduce_sum(x, axis=1) = [6, 15]        shape (2,): one sum per row
                           reduce_sum(x)         = 21             shape ():   one number

With `keepdims=True` it does not disappear but becomes 1: `(1, 3)` and `(2, 1)`. (So it is the *number* of
dimensions that stays that of the input, not the shape.) That is what makes the result broadcast against x:
`x / row_sums(x, keepdims=True)` divides each row by its own sum, whereas `(2, 3)` by `(2,)` is an error.

The traps:

- The sums of the columns are taken over axis 0, along which the *rows* are counted.
- `*` multiplies element by element; only `tf.matmul` and `@` make the matrix product.
- `X @ w` of two NumPy arrays is a NumPy array. Something of TensorFlow has to take part.
- `tf.matmul` wants matrices on both sides: w is a column `(d, 1)`, not `(d,)`.

In this exercise all arguments of one call are of one kind, NumPy or TensorFlow, and float32.
No shortcut is switched off.
"""

import tensorflow as tf


def linear(X, w, b):
    """Give the linear model's predictions, Xw + b.

    Args:
        X: float32 `(n, d)`, one example a row.
        w: float32 `(d, 1)`.
        b: float32 `(1,)`.

    Returns:
        A float32 tensor `(n, 1)`.

    >>> X, w, b = tf.constant([[1.0, 2.0], [3.0, 4.0]]), tf.constant([[1.0], [10.0]]), tf.constant([0.5])
    >>> linear(X, w, b).numpy()
    array([[21.5],
           [43.5]], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.matmul(X, w) + b
    ### END SOLUTION


def squared_error(y_hat, y):
    """Give (ŷ − y)² for each element, without a factor ½, neither summed nor averaged.

    Args:
        y_hat: predictions, float32 of any shape. They stay as they are.
        y: labels, float32 of the same shape. They stay as they are.

    Returns:
        A float32 tensor of that shape.

    >>> squared_error(tf.constant([[1.0], [5.0]]), tf.constant([[3.0], [4.0]])).numpy()
    array([[4.],
           [1.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.square(tf.subtract(y_hat, y))
    ### END SOLUTION


def column_sums(x, keepdims=False):
    """Give the sum of each column of a matrix.

    Args:
        x: float32 `(rows, columns)`.
        keepdims: whether the dimension that is summed over stays, with size 1.

    Returns:
        A float32 tensor `(columns,)`; with keepdims `(1, columns)`.

    >>> column_sums(tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])).numpy()
    array([5., 7., 9.], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.reduce_sum(x, axis=0, keepdims=keepdims)
    ### END SOLUTION


def row_sums(x, keepdims=False):
    """Give the sum of each row of a matrix.

    Args:
        x: float32 `(rows, columns)`.
        keepdims: whether the dimension that is summed over stays, with size 1.

    Returns:
        A float32 tensor `(rows,)`; with keepdims `(rows, 1)`.

    >>> row_sums(tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), keepdims=True).numpy()
    array([[ 6.],
           [15.]], dtype=float32)
    """
    ### BEGIN SOLUTION
    return tf.reduce_sum(x, axis=1, keepdims=keepdims)
    ### END SOLUTION


def total(x):
    """Give the sum of all elements.

    Args:
        x: float32, with any number of dimensions (a single number too).

    Returns:
        A float32 tensor of shape `()`.

    >>> total(tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])).numpy().item()
    21.0
    """
    ### BEGIN SOLUTION
    return tf.reduce_sum(x)
    ### END SOLUTION
