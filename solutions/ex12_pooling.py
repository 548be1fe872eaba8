"""Pooling by hand, and how far one output value can see.

Source: the notes' sections `nn.MaxPool2d` and *convolutional neural networks*.

A pooling layer slides a window over each channel and keeps one number of it: the largest value
(*maximum pooling*) or the mean (*average pooling*). It has nothing to learn. It makes the maps smaller,
so that later layers have less to compute, and it makes the output care less about where exactly
something is: moved by a pixel, a value often stays in the same window.

For an image X of shape `(H, W)`, a window of `(p_h, p_w)` and a stride of `(s_h, s_w)`,

    Y[i, j] = max (or mean) of X[i·s_h : i·s_h + p_h, j·s_w : j·s_w + p_w]

    Y has shape (⌊(H − p_h) / s_h⌋ + 1, ⌊(W − p_w) / s_w⌋ + 1)

In contrast to a convolution the stride is not 1 unless said: it is the window itself, so that windows
lie side by side. Rows and columns at the end that fill no window are dropped.

One number to follow by hand, with a window of 2:

    X =  1  2  5  0  7     max  →  4  6      mean  →  2.5  4.25
         3  4  6  6  7

The fifth column fills no window of two, and is left out.

The *receptive field* of a value is the part of the input image that it depends on. Walk through the
layers, first one first, with the field r and the distance d, in input pixels, of neighbouring values.
Before the first layer both are 1. A layer with kernel k and stride s widens the field by k − 1 steps of
the distance that holds *before* it, and then stretches the distance:

    r ← r + (k − 1) · d        d ← d · s

By hand, for a convolution of 5, a pooling of 2 with stride 2, and a convolution of 3:

| layer | (k, s) | r | d |
| --- | --- | --- | --- |
| before | | 1 | 1 |
| convolution | (5, 1) | 1 + 4·1 = 5 | 1 |
| pooling | (2, 2) | 5 + 1·1 = 6 | 2 |
| convolution | (3, 1) | 6 + 2·2 = 10 | 2 |

Traps:

- A maximum that starts from 0 is wrong where all values are negative.
- The window is `(vertical, horizontal)`; so is the stride.
- A layer's own stride widens only the fields of the layers *after* it.

Write `pool2d` by hand: PyTorch's pooling (`nn.MaxPool2d`, `F.avg_pool2d` and their like) is switched off
in this exercise. Slices, `max`, `mean` and `Tensor.unfold` are fine.
"""

import torch


def pool2d(X, pool_size, mode="max", stride=None):
    """Pool an image: the largest value, or the mean, of each window.

    Args:
        X: float32 `(H, W)`. It stays as it is.
        pool_size: the window, an int or a pair `(vertical, horizontal)`; it fits into X.
        mode: `"max"` or `"avg"`.
        stride: how far the window moves at a time, an int or a pair `(vertical, horizontal)`; None for
            the window's own size.

    Returns:
        A tensor, float32 `(⌊(H − p_h) / s_h⌋ + 1, ⌊(W − p_w) / s_w⌋ + 1)`.

    Raises:
        ValueError: mode is something else.

    >>> X = torch.tensor([[1.0, 2.0, 5.0, 0.0, 7.0], [3.0, 4.0, 6.0, 6.0, 7.0]])
    >>> pool2d(X, 2)
    tensor([[4., 6.]])
    >>> pool2d(X, 2, "avg")
    tensor([[2.5000, 4.2500]])
    >>> pool2d(X, (1, 3), stride=(1, 2))
    tensor([[5., 7.],
            [6., 7.]])
    """
    ### BEGIN SOLUTION
    if mode not in ("max", "avg"):
        raise ValueError(f"mode is 'max' or 'avg', not {mode!r}")
    height, width = _pair(pool_size)
    down, right = _pair(pool_size if stride is None else stride)
    windows = X.unfold(0, height, down).unfold(1, width, right)
    return torch.amax(windows, dim=(2, 3)) if mode == "max" else torch.mean(windows, dim=(2, 3))
    ### END SOLUTION


def receptive_field(layers):
    """Give how many input pixels wide one output value sees.

    Args:
        layers: a list of pairs `(kernel_size, stride)`, both ints, the first layer first. It stays as
            it is.

    Returns:
        An int.

    >>> receptive_field([(5, 1), (2, 2), (3, 1)])
    10
    """
    ### BEGIN SOLUTION
    field = distance = 1
    for kernel_size, stride in layers:
        field += (kernel_size - 1) * distance
        distance *= stride
    return field
    ### END SOLUTION


### BEGIN SOLUTION
def _pair(value):
    return (value, value) if isinstance(value, int) else value
### END SOLUTION
