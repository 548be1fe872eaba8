"""Tensors: make them, convert them, calculate with them, give them another shape.

Source: the notes' sections on tensors (creation, data types), functions for calculation, reshape and
flatten.

A tensor is an array of numbers in any number of dimensions. Three things describe it: its **shape**
(how many values along each dimension), its **dtype** (what kind of number each value is) and its
**memory** (where the values are; two tensors may look at the same place).

**Making.** `torch.zeros`, `torch.ones`, `torch.eye`, `torch.arange`, `torch.linspace`, `torch.normal`,
`torch.randperm` each take sizes and, as `dtype=…`, the kind of number. Decimal numbers are float32
unless you ask for something else, whole ones int64 (`torch.long` is another name of it).

**Converting.** `x.long()`, `x.float()`, `x.double()` and `x.to(dtype)` give int64, float32 and float64.
float32 keeps about 7 decimal digits, float64 about 16: 16 777 217 is no float32, the nearest one is
16 777 216.

**Summing.** `dim` names the dimension that *disappears*. For a matrix of shape `(n, d)`:

    x = [[1, 2, 3],      over dim 0:  [5, 7, 9]      shape (d,): one sum per column
         [4, 5, 6]]      over dim 1:  [6, 15]        shape (n,): one sum per row

With `keepdim=True` it stays, with size 1: `(1, d)` and `(n, 1)`. Sums of that shape broadcast against
the matrix: `x / row_sums(x, True)` makes each row sum to 1.

**Multiplying.** `a * b` goes element by element; the matrix product of `(n, k)` and `(k, m)` has shape
`(n, m)`, and its entry in row i and column j is Σₖ a[i, k] · b[k, j]. For [[1, 2], [3, 4]] times
[[5, 6], [7, 8]] the first entry is 1·5 + 2·7 = 19.

**Reshaping** reads the values row after row and writes them row after row into the new shape. One size
may be −1: it is worked out from the others. Eight values in two columns have 8 / 2 = 4 rows.

Traps that people fall into:

- `torch.tensor(array)` copies. `torch.from_numpy(array)` looks at the array's own memory: change one
  and the other changes.
- `torch.linspace(s, e, steps)` gives `steps` *values*, so `steps − 1` gaps. (The notes' table speaks of
  parts.) It includes `e`; `torch.arange(s, e, step)` does not.
- `torch.randn(2, 2, requires_grad=True) * 0.01` is the *result* of a calculation. It is no leaf, and
  after `backward()` its `.grad` stays empty. Ask for gradients when the values are final.
- A matrix is transposed by `.T`, not by reshaping: `x.reshape(d, n)` keeps the order of the values.
- `nn.Flatten()` keeps the first dimension, the batch. `nn.Flatten(start_dim=0)` keeps none.

Nothing is switched off here: use what PyTorch has.
"""

import torch
from torch import nn


def zeros_long(rows, cols):
    """Give a matrix of zeros that are whole numbers.

    Args:
        rows: how many rows, an int ≥ 1.
        cols: how many columns, an int ≥ 1.

    Returns:
        int64 `(rows, cols)`.

    >>> zeros_long(2, 3)
    tensor([[0, 0, 0],
            [0, 0, 0]])
    """
    # TODO: write zeros_long, and remove the next line.
    raise NotImplementedError("zeros_long")


def identity(n):
    """Give the identity matrix: 1 on the diagonal, 0 elsewhere.

    Args:
        n: how many rows and columns, an int ≥ 1.

    Returns:
        float32 `(n, n)`.

    >>> identity(2)
    tensor([[1., 0.],
            [0., 1.]])
    """
    # TODO: write identity, and remove the next line.
    raise NotImplementedError("identity")


def ranges(start, end, step, steps):
    """Give two rows of numbers: one made by its step, one by how many there are.

    Args:
        start: the first number of both, an int or a float.
        end: where both end, greater than `start`.
        step: from one number to the next in the first row, positive.
        steps: how many numbers the second row has, an int ≥ 2.

    Returns:
        The pair `(by_step, by_count)`, each of one dimension. `by_step` is start, start + step, … as long
        as that is less than `end`; float32, or int64 where `start`, `end` and `step` are ints. `by_count`
        has `steps` values in equal distances, the first is `start` and the last is `end`; float32.

    >>> ranges(0, 6, 2, 4)
    (tensor([0, 2, 4]), tensor([0., 2., 4., 6.]))
    """
    # TODO: write ranges, and remove the next line.
    raise NotImplementedError("ranges")


def normal_parameter(rows, cols, std=0.01):
    """Draw a matrix that training can change: normally distributed around 0, with gradients on.

    Args:
        rows: how many rows.
        cols: how many columns.
        std: the standard deviation of the values (not the variance).

    Returns:
        float32 `(rows, cols)`, each value drawn from N(0, std²) for itself and anew in each call. It
        requires grad, and it is a leaf: no result of another calculation that is recorded.

    >>> w = normal_parameter(2, 1)
    >>> w.shape, w.requires_grad, w.is_leaf
    (torch.Size([2, 1]), True, True)
    """
    # TODO: write normal_parameter, and remove the next line.
    raise NotImplementedError("normal_parameter")


def permutation(m):
    """Give the numbers 0 … m − 1 in a random order, a new one in each call.

    Args:
        m: how many numbers, an int ≥ 1.

    Returns:
        int64 `(m,)`. Each number stands in it once; every order is equally likely.

    >>> permutation(4).sort().values
    tensor([0, 1, 2, 3])
    """
    # TODO: write permutation, and remove the next line.
    raise NotImplementedError("permutation")


def share(array):
    """Give a tensor that looks at the memory of a NumPy array.

    Args:
        array: a NumPy array of numbers.

    Returns:
        A tensor of the same shape, dtype and values. What is written into one of the two is seen in the
        other.

    >>> import numpy
    >>> array = numpy.array([1, 2, 3])
    >>> x = share(array)
    >>> array[0] = 10
    >>> x
    tensor([10,  2,  3])
    """
    # TODO: write share, and remove the next line.
    raise NotImplementedError("share")


def to_double(x):
    """Give the values as numbers of double precision.

    Args:
        x: a tensor of any shape and of any real dtype.

    Returns:
        float64, the shape and the values of `x`. `x` stays as it is.

    >>> to_double(torch.tensor([1, 2]))
    tensor([1., 2.], dtype=torch.float64)
    """
    # TODO: write to_double, and remove the next line.
    raise NotImplementedError("to_double")


def column_sums(x, keepdim=False):
    """Sum each column of a matrix, that is over dim 0.

    Args:
        x: float32 `(n, d)`.
        keepdim: whether the summed dimension stays, with size 1.

    Returns:
        float32 `(d,)`, or `(1, d)` with `keepdim`.

    >>> column_sums(torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))
    tensor([5., 7., 9.])
    """
    # TODO: write column_sums, and remove the next line.
    raise NotImplementedError("column_sums")


def row_sums(x, keepdim=False):
    """Sum each row of a matrix, that is over dim 1.

    Args:
        x: float32 `(n, d)`.
        keepdim: whether the summed dimension stays, with size 1.

    Returns:
        float32 `(n,)`, or `(n, 1)` with `keepdim`.

    >>> row_sums(torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), keepdim=True)
    tensor([[ 6.],
            [15.]])
    """
    # TODO: write row_sums, and remove the next line.
    raise NotImplementedError("row_sums")


def multiply(a, b):
    """Give the matrix product of two matrices.

    Args:
        a: float32 `(n, k)`.
        b: float32 `(k, m)`.

    Returns:
        float32 `(n, m)`.

    >>> multiply(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[5.0, 6.0], [7.0, 8.0]]))
    tensor([[19., 22.],
            [43., 50.]])
    """
    # TODO: write multiply, and remove the next line.
    raise NotImplementedError("multiply")


def power(x, exponent):
    """Raise each element to a power.

    Args:
        x: float32 of any shape.
        exponent: an int or a float, also a negative one.

    Returns:
        float32 in the shape of `x`. `x` stays as it is.

    >>> power(torch.tensor([1.0, 2.0, 3.0]), 2)
    tensor([1., 4., 9.])
    """
    # TODO: write power, and remove the next line.
    raise NotImplementedError("power")


def to_columns(x, columns):
    """Arrange the values of a tensor, in their order, in a matrix of so many columns.

    Args:
        x: a tensor of any shape and dtype; `columns` divides the number of its values.
        columns: how many columns, an int ≥ 1.

    Returns:
        `(−1, columns)` in the dtype of `x`: as many rows as the values need.

    >>> to_columns(torch.tensor([1, 2, 3, 4, 5, 6]), 2)
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    """
    # TODO: write to_columns, and remove the next line.
    raise NotImplementedError("to_columns")


def flatten_batch(images):
    """Lay each image of a batch out in a row, and keep the batch.

    Args:
        images: float32 `(N, C, H, W)`.

    Returns:
        float32 `(N, C·H·W)`: row i holds image i, channel after channel, row after row.

    >>> flatten_batch(torch.ones(64, 3, 32, 32)).shape
    torch.Size([64, 3072])
    """
    # TODO: write flatten_batch, and remove the next line.
    raise NotImplementedError("flatten_batch")


def flatten_all(images):
    """Lay a whole batch out in one dimension.

    Args:
        images: float32 `(N, C, H, W)`.

    Returns:
        float32 `(N·C·H·W,)`, image after image.

    >>> flatten_all(torch.ones(64, 3, 32, 32)).shape
    torch.Size([196608])
    """
    # TODO: write flatten_all, and remove the next line.
    raise NotImplementedError("flatten_all")
