"""Minibatches by hand: shuffle the examples, hand them out a few at a time.

Source: the notes' section on linear regression, *by hand*.

Gradient descent on all n examples at once is slow, on one at a time it is noisy. So training goes
through the data in *minibatches* of a handful of examples. One trip through all of them is an *epoch*,
here also called a pass.

With n examples and batches of size B, a pass draws a random order π of the indices 0 … n−1 and cuts it
into pieces:

    π = [3, 0, 4, 1, 2],  B = 2     →     [3, 0]   [4, 1]   [2]

Each piece becomes one batch: the rows of the features and the rows of the labels *at the same indices*.
There are ⌈n / B⌉ batches, and each example is in exactly one of them. Five examples in twos make
2 + 2 + 1: the last batch is a short one. Six make 2 + 2 + 2, and no empty one after it.

The shapes, for features `(n, d)`, labels `(n, 1)` and a piece of B indices:

    features[piece]   (B, d)          labels[piece]   (B, 1)

Indexing a tensor with a list of integers, or with an int64 tensor of them, picks rows along the first
dimension and leaves the others alone. So the same line serves features of shape `(n,)`, `(n, d)` or
`(n, 3, 32, 32)`.

The order is drawn anew for each pass, and over *single examples*. Shuffling whole batches, or shuffling
inside each batch, is not enough: the same examples would be in one batch in every epoch.

A function with `yield` in it is a *generator*: calling it runs nothing yet. Each time a `for` loop
asks for a value, the body runs on to the next `yield`, hands that value over and waits there. So it is
*lazy*: only one batch exists at a time, however large the data are.

Traps:

- `random.shuffle(features)` on a tensor loses rows and doubles others, for it swaps *views*. Shuffle
  a list of indices instead (or draw `torch.randperm(n)`), and leave the data as they are.
- Shuffling features and labels separately tears each row from its label.
- `return` in the loop ends the function at the first batch.
- A fixed seed inside the function gives the same order in every epoch.

No shortcut is off here: a `DataLoader` can do all this, and ex04 uses one. Write it yourself this once.
"""

import random

import torch


def data_iter(batch_size, features, labels):
    """Go once through the data in random order, batch by batch.

    Each batch is cut when it is asked for, and not before. The arguments stay as they are.

    Args:
        batch_size: how many examples make a batch, an int of at least 1. It may be larger than n: then
            there is one batch with everything in it.
        features: a tensor with n rows and any number of dimensions: `(n,)`, `(n, d)`, `(n, c, h, w)` …
        labels: a tensor with n rows, `(n,)` or `(n, 1)`, of any dtype.

    Returns:
        An iterator of pairs `(features[batch], labels[batch])`: tensors of the same dtypes, `batch_size`
        rows each. The last one holds what is left over.

    >>> features, labels = torch.arange(10.0).reshape(5, 2), torch.arange(5)
    >>> [tuple(X.shape) for X, y in data_iter(2, features, labels)]
    [(2, 2), (2, 2), (1, 2)]
    >>> sorted(y.item() for X, y in data_iter(1, features, labels))
    [0, 1, 2, 3, 4]
    >>> all((X[:, 0] == 2 * y).all() for X, y in data_iter(2, features, labels))
    True
    """
    ### BEGIN SOLUTION
    indices = list(range(len(features)))
    random.shuffle(indices)
    for start in range(0, len(indices), batch_size):
        batch = torch.tensor(indices[start : start + batch_size])
        yield features[batch], labels[batch]
    ### END SOLUTION
