"""Convolution by hand: slide a window, pad the edge, add up the channels, and see what it saves.

Source: the notes' sections `nn.Conv2d` and *convolutional neural networks*.

A dense layer takes an image as one long row: it forgets which pixels are neighbours, and every output
has a weight for every pixel. A picture of a million pixels and a thousand outputs need 10⁶ · 10³ = 10⁹
weights, 4 GB of float32. A convolutional layer looks at a small window at a time, and uses the same few
weights, the *kernel*, at every place: weights are *shared*.

What deep learning calls convolution is *cross-correlation*: lay the kernel K of shape `(h, w)` on the
image X of shape `(H, W)`, multiply what lies on top of each other, add it all up, and move on by one:

    Y[i, j] = Σ_a Σ_b X[i + a, j + b] · K[a, b]        Y has shape (H − h + 1, W − w + 1)

One number to follow by hand:

    X = 1 2 3    K = 1  2    Y[0, 0] = 1·1 + 2·2 + 4·0 + 5·(−1) = 0
        4 5 6        0 −1    Y[0, 1] = 2·1 + 3·2 + 5·0 + 6·(−1) = 2

Pixels at the edge lie under fewer windows, and the output is smaller than the image. *Padding*
answers both: it adds rows and columns of zeros on all four sides. In general, along one dimension,

    out = ⌊(size + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1

*stride* is how far the window moves at a time; *dilation* is the distance between the pixels that
neighbouring kernel values lie on, so that a kernel of 3 with dilation 2 reaches over 5 pixels. For
size 32, kernel 5, stride 2 and padding 2 that is ⌊(32 + 4 − 4 − 1) / 2⌋ + 1 = ⌊15.5⌋ + 1 = 16.

A colour image has channels. A kernel then has one `(h, w)` slice for each input channel; the slices'
results are *added up* into one map. Each output channel has a kernel of its own:

| what | shape |
| --- | --- |
| X | `(c_in, H, W)` |
| K | `(c_out, c_in, h, w)` |
| Y | `(c_out, H − h + 1, W − w + 1)` |

So the layer learns c_out · c_in · h · w weights and c_out biases, however large the image is:
`nn.Conv2d(3, 6, 3)` learns 6 · 3 · 3 · 3 + 6 = 168 values.

Traps:

- The kernel is not turned round. Mathematics turns it by 180° and calls *that* convolution.
- Height comes first: shapes are `(rows, columns)`, and a pair is `(vertical, horizontal)`. The notes
  have the pair of `padding` the other way round; PyTorch reads the first number as rows above and below.
- A slice `[p:-p]` is empty where p is 0.
- Channels are added up, not kept apart.

Write `corr2d` and `pad2d` by hand. PyTorch's convolutions (`F.conv2d`, `nn.Conv2d`, `F.conv_transpose2d`
…), `F.pad` and `nn.ZeroPad2d` are off for these two. Slices, `Tensor.unfold` and NumPy's
`sliding_window_view` are fine. In the other functions everything is allowed.
"""

import torch
from torch import nn


def corr2d(X, K):
    """Give the cross-correlation of an image with a kernel: no padding, stride 1.

    Args:
        X: the image, float32 `(H, W)`. It stays as it is.
        K: the kernel, float32 `(h, w)`, in no direction larger than X.

    Returns:
        A tensor, float32 `(H − h + 1, W − w + 1)`.

    >>> corr2d(torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.tensor([[1.0, 2.0], [0.0, -1.0]]))
    tensor([[0., 2.]])
    """
    ### BEGIN SOLUTION
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    return (windows * K).sum(dim=(2, 3))
    ### END SOLUTION


def pad2d(X, padding):
    """Put zeros around an image, on all four sides.

    Args:
        X: float32 `(H, W)`. It stays as it is.
        padding: how many rows above and below and how many columns left and right: an int for
            both, or a pair `(vertical, horizontal)`. 0 adds nothing.

    Returns:
        A tensor, float32 `(H + 2 · vertical, W + 2 · horizontal)`, with X in its middle.

    >>> pad2d(torch.tensor([[1.0, 2.0]]), (1, 0))
    tensor([[0., 0.],
            [1., 2.],
            [0., 0.]])
    """
    ### BEGIN SOLUTION
    vertical, horizontal = (padding, padding) if isinstance(padding, int) else padding
    height, width = X.shape
    padded = X.new_zeros(height + 2 * vertical, width + 2 * horizontal)
    padded[vertical : vertical + height, horizontal : horizontal + width] = X
    return padded
    ### END SOLUTION


def corr2d_multi(X, K):
    """Give the cross-correlation of an image of several channels with several kernels.

    No padding, stride 1, no bias. Write it any way you like, with `F.conv2d` too.

    Args:
        X: float32 `(c_in, H, W)`.
        K: float32 `(c_out, c_in, h, w)`.

    Returns:
        A tensor, float32 `(c_out, H − h + 1, W − w + 1)`.

    >>> corr2d_multi(torch.ones(2, 3, 4), torch.ones(5, 2, 3, 3)).shape
    torch.Size([5, 1, 2])
    """
    ### BEGIN SOLUTION
    maps = []
    for kernel in K:
        maps.append(torch.stack([corr2d(x, k) for x, k in zip(X, kernel, strict=True)]).sum(dim=0))
    return torch.stack(maps)
    ### END SOLUTION


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    """Give how many values a convolution leaves along one dimension.

    Args:
        size: how many there are before, an int.
        kernel_size: the kernel's length along this dimension, an int.
        stride: how far the window moves at a time, an int.
        padding: how many zeros are added at *each* end, an int.
        dilation: the distance between the pixels under neighbouring kernel values, an int.

    Returns:
        A Python int, rounded down: a window that does not fit any more is left out.

    >>> conv_output_size(32, 5, 2, 2)
    16
    """
    ### BEGIN SOLUTION
    reach = dilation * (kernel_size - 1) + 1
    return (size + 2 * padding - reach) // stride + 1
    ### END SOLUTION


def dense_parameters(inputs, outputs, bias=True):
    """Give how many values a dense layer learns, without building it.

    Args:
        inputs: how many values come in, an int. It may be a million.
        outputs: how many values go out, an int.
        bias: whether the layer has a bias.

    Returns:
        An int.

    >>> dense_parameters(10, 4)
    44
    """
    ### BEGIN SOLUTION
    return outputs * inputs + (outputs if bias else 0)
    ### END SOLUTION


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    """Give how many values a 2-D convolutional layer learns.

    Args:
        in_channels: channels of its input, an int.
        out_channels: channels of its output, an int.
        kernel_size: an int for a square kernel, or a pair `(height, width)`.
        bias: whether the layer has a bias.

    Returns:
        An int.

    >>> conv_parameters(3, 6, 3)
    168
    """
    ### BEGIN SOLUTION
    height, width = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    return out_channels * in_channels * height * width + (out_channels if bias else 0)
    ### END SOLUTION


class myNetwork(nn.Module):
    """A module with one layer, `nn.Conv2d(3, 6, 3)`, which gives what that layer gives.

    >>> myNetwork()(torch.zeros(2, 3, 8, 10)).shape
    torch.Size([2, 6, 6, 8])
    """

    def __init__(self):
        ### BEGIN SOLUTION
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3)
        ### END SOLUTION

    def forward(self, x):
        """Give the layer's output.

        Args:
            x: float32 `(N, 3, H, W)`.

        Returns:
            float32 `(N, 6, H − 2, W − 2)`.
        """
        ### BEGIN SOLUTION
        return self.conv(x)
        ### END SOLUTION
