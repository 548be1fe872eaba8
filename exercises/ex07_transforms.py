"""Transforms: from a picture to the tensor that a network takes.

Source: the notes' section *Transforms*.

A picture comes in one of three forms, and most mistakes are a mix-up of their layouts:

| form | layout | values |
| --- | --- | --- |
| PIL image | `image.size` is (width, height) | whole numbers 0 … 255 |
| NumPy array | `(H, W, C)`, the channel last | uint8, 0 … 255 |
| tensor | `(C, H, W)`, the channel first | float32, 0 … 1 |

A *transform* takes a picture and gives a new one; the old one stays as it was. torchvision's are
classes, so there are two steps: make the transform with its settings, then call it on a picture:

    resizer = transforms.Resize((400, 300))
    small = resizer(image)

**To a tensor.** Move the channel to the front, make it float32, divide by 255: a pixel of 51 becomes
0.2. The 255 is the largest value that *can* occur, not the largest that does: a dark picture stays
dark. (torchvision's `ToTensor` divides uint8 only; an array of floats it takes as it is.)

**Normalize.** With one mean m and one deviation s for each channel,

    out[c, i, j] = (x[c, i, j] − m[c]) / s[c]

With m = s = 0.5 the range 0 … 1 becomes −1 … 1: 0.2 becomes (0.2 − 0.5) / 0.5 = −0.6. By hand, m of
shape `(C,)` must first become `(C, 1, 1)`: broadcasting lines up the *last* dimensions, which here are
the columns.

**Resize** stretches the picture to height × width, whatever its own proportions were. (`Resize(300)`,
with one number, does something else: the shorter side becomes 300 and the proportions stay.)

**Random crop** cuts out a window of h × w. In a picture of 5 × 6, a window of 3 × 4 has 5 − 3 + 1 = 3
places from top to bottom and 6 − 4 + 1 = 3 from left to right: 9 windows, each as likely as any other.
If a side is too short, the picture first grows there: its outermost row or column is repeated as often
as needed. Say a row is (7, 8, 9) and five are needed: (7, 7, 8, 9, 9), (7, 7, 7, 8, 9) and (7, 8, 9, 9,
9) are all right. A side that is long enough does not grow.

**A pipeline** is several transforms in a row, each taking what the one before gave.

Traps:

- Sizes here are (height, width), as in torchvision. PIL's own `image.size` and `image.resize` have the
  width first.
- `reshape` does not move the channel to the front; it cuts the same numbers into other rows.
- `Normalize` works on tensors, so it comes after the step that makes one.
- `randint(0, n)` leaves out n in torch and NumPy, and includes it in `random.randint(0, n)`.

The notes use `torchvision.transforms`, which still works. Its successor `torchvision.transforms.v2` is
what new code takes; there `v2.ToTensor` is deprecated in favour of `v2.ToImage` with
`v2.ToDtype(torch.float32, scale=True)`. Use either, or write it by hand. No shortcut is off here.
"""

import torch
from PIL import Image
from torchvision import transforms


def to_tensor(image):
    """Make a float32 tensor of a picture, channel first, with values between 0 and 1.

    Args:
        image: a PIL image in mode RGB, or a uint8 array `(H, W, C)` with any number C of channels.

    Returns:
        float32 `(C, H, W)`; 0 stays 0, and 255 becomes 1.

    >>> x = to_tensor(Image.new("RGB", (4, 2), (255, 51, 0)))
    >>> x.shape, x[:, 0, 0]
    (torch.Size([3, 2, 4]), tensor([1.0000, 0.2000, 0.0000]))
    """
    # TODO: write to_tensor, and remove the next line.
    raise NotImplementedError("to_tensor")


def normalize(image, mean, std):
    """Shift and scale each channel: (x − mean) / std.

    Args:
        image: float32 `(C, H, W)`; it stays as it is.
        mean: a list of C numbers.
        std: a list of C numbers, none of them 0.

    Returns:
        float32 `(C, H, W)`, a new tensor.

    >>> normalize(torch.tensor([[[0.2, 1.0]], [[0.5, 0.0]]]), [0.5, 0.0], [0.5, 0.1])
    tensor([[[-0.6000,  1.0000]],
    <BLANKLINE>
            [[ 5.0000,  0.0000]]])
    """
    # TODO: write normalize, and remove the next line.
    raise NotImplementedError("normalize")


def resize(image, size):
    """Stretch a picture to a height and a width, each side by its own factor.

    Args:
        image: a PIL image in mode RGB, or a float32 tensor `(C, H, W)`.
        size: `(height, width)`, two ints.

    Returns:
        What came in, in the new size: a PIL image for a PIL image; for a tensor a float32 tensor
        `(C, height, width)`. Any way to interpolate will do.

    >>> resize(Image.new("RGB", (40, 20)), (30, 10)).size
    (10, 30)
    >>> resize(torch.zeros(3, 20, 40), (30, 10)).shape
    torch.Size([3, 30, 10])
    """
    # TODO: write resize, and remove the next line.
    raise NotImplementedError("resize")


def random_crop(image, size):
    """Cut a window out of a picture, at a place drawn anew each time.

    Every window that lies inside the picture is equally likely. A side that is shorter than asked is
    first lengthened with copies of its edge pixels; how many go to which end is up to you. A side that
    is long enough is not lengthened.

    Args:
        image: a PIL image in mode RGB, or a float32 tensor `(C, H, W)`.
        size: `(height, width)` of the window, two ints.

    Returns:
        The window: a PIL image for a PIL image, a float32 tensor `(C, height, width)` for a tensor.

    >>> random_crop(Image.new("RGB", (60, 50)), (30, 40)).size
    (40, 30)
    >>> random_crop(torch.tensor([[[7.0, 7.0], [7.0, 7.0]]]), (1, 3))
    tensor([[[7., 7., 7.]]])
    """
    # TODO: write random_crop, and remove the next line.
    raise NotImplementedError("random_crop")


def build_pipeline(size, mean, std):
    """Make one callable that takes a picture all the way to a normalized tensor.

    Args:
        size: `(height, width)` to resize to.
        mean: a list of 3 numbers, one for each channel.
        std: a list of 3 numbers, none of them 0.

    Returns:
        A callable: given a PIL image in mode RGB, it gives float32 `(3, height, width)`: resized, made
        a tensor, normalized.

    >>> prepare = build_pipeline((2, 1), [0.5, 0.5, 0.5], [0.5, 0.5, 0.5])
    >>> prepare(Image.new("RGB", (40, 20), (255, 51, 0))).squeeze()
    tensor([[ 1.0000,  1.0000],
            [-0.6000, -0.6000],
            [-1.0000, -1.0000]])
    """
    # TODO: write build_pipeline, and remove the next line.
    raise NotImplementedError("build_pipeline")
