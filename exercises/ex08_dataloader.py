"""DataLoader: a ready-made dataset, and batches of it.

Source: the notes' sections *Datasets in torchvision* and *DataLoader*.

**The dataset.** CIFAR-10 is 60,000 photographs of 32 × 32 pixels in ten classes, 50,000 to train on and
10,000 to test with. torchvision knows its files: `datasets.CIFAR10(root=…, train=…, transform=…)` looks
for the folder `cifar-10-batches-py` *inside* `root`, and each item is the pair (picture, class number).
The picture is a PIL image until a `transform` makes something else of it. `train=True` reads
`data_batch_1` … `data_batch_5`, `train=False` reads `test_batch`. (The notes write `train=True` for the
test set as well. That is a slip, and a costly one: a model tested on what it was trained with looks
better than it is.)

**The loader.** A `DataLoader` cuts a dataset into batches. It asks for item after item and stacks what
comes: with items (`(3, 32, 32)`, int), a batch of 32 is a pair of tensors, pictures `(32, 3, 32, 32)`
and labels `(32,)`, int64.

    for images, labels in loader:
        …

is one *pass* (an epoch): each item once. With `shuffle=True` each pass has an order of its own, drawn
over single items; with `shuffle=False` the order is the dataset's.

**How many batches?** n items in batches of b: n // b full ones, and if something is left over, one more
that is shorter. `drop_last=True` leaves that one out:

    drop_last=True:  ⌊n / b⌋        drop_last=False:  ⌈n / b⌉

With n = 103 and b = 10: 10 full batches, and 3 items are left over. So 11 batches; or 10, and these 3
items do not occur in this pass.

**What a pass shows.** Counting the labels that come by is a good first look at any data: does each
class occur, and as often as the others? Count what comes out of the loader, not what the dataset holds:
what the loader drops is not seen.

The course brings a small CIFAR-10, 40 drawn pictures in each of the six files, in the official format.
torchvision compares md5 sums with those of the official files, so open it with the helper beside it:

    import sys

    sys.path.insert(0, "datasets")
    from open_cifar10_small import ROOT, small

    with small():
        train = load_cifar10(ROOT, True)

Traps:

- `root` is the folder *around* `cifar-10-batches-py`, not that folder itself.
- Without a transform the items are PIL images, which a `DataLoader` cannot stack.
- `download=True` fetches 170 MB where the files are missing. Nothing here may use the network: where
  there are no files, let torchvision raise its error.
- n // b is one too few where something is left over, n // b + 1 is one too many where nothing is.
- `torch.bincount(labels)` is only as long as its largest label needs. A class that never comes still
  has a place: 0.
"""

import torch
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def load_cifar10(root, train):
    """Open torchvision's CIFAR-10, its pictures made tensors. Never ask for a download.

    Args:
        root: the folder that holds `cifar-10-batches-py`, a string.
        train: True for the training set, False for the test set.

    Returns:
        A dataset of pairs (image, label), in the order of the files: float32 `(3, 32, 32)` with values
        between 0 and 1, and an int from 0 to 9. Where `root` holds no CIFAR-10, an exception is right.

    The example runs in the course's folder:

    >>> import sys
    >>> sys.path.insert(0, "datasets")
    >>> from open_cifar10_small import ROOT, small
    >>> with small():
    ...     train, test = load_cifar10(ROOT, True), load_cifar10(ROOT, False)
    >>> len(train), len(test)
    (200, 40)
    >>> image, label = train[0]
    >>> image.shape, label
    (torch.Size([3, 32, 32]), 8)
    """
    # TODO: write load_cifar10, and remove the next line.
    raise NotImplementedError("load_cifar10")


def make_loader(dataset, batch_size, shuffle, drop_last):
    """Make a DataLoader over a dataset.

    Args:
        dataset: any dataset with a length.
        batch_size: how many items a batch has.
        shuffle: True for a new random order in each pass, False for the dataset's order.
        drop_last: True to leave out a last batch that is shorter.

    Returns:
        A `torch.utils.data.DataLoader`. Each pass gives each item once (but for those dropped).

    >>> numbers = torch.utils.data.TensorDataset(torch.arange(5))
    >>> [batch.tolist() for (batch,) in make_loader(numbers, 2, False, False)]
    [[0, 1], [2, 3], [4]]
    >>> [batch.tolist() for (batch,) in make_loader(numbers, 2, False, True)]
    [[0, 1], [2, 3]]
    """
    # TODO: write make_loader, and remove the next line.
    raise NotImplementedError("make_loader")


def count_batches(num_examples, batch_size, drop_last):
    """Work out how many batches one pass has.

    Args:
        num_examples: an int, 0 or more.
        batch_size: an int, 1 or more.
        drop_last: whether a last batch that is shorter is left out.

    Returns:
        An int.

    >>> count_batches(103, 10, False), count_batches(103, 10, True)
    (11, 10)
    >>> count_batches(100, 10, False)
    10
    """
    # TODO: write count_batches, and remove the next line.
    raise NotImplementedError("count_batches")


def class_histogram(loader, num_classes):
    """Count how often each label comes in one pass of a loader.

    Args:
        loader: a DataLoader whose batches are `(images, labels)`, the labels int64 from 0 to
            num_classes − 1.
        num_classes: how many classes there are; some may not occur.

    Returns:
        An int64 tensor `(num_classes,)`; zeros where no batch comes at all.

    >>> data = torch.utils.data.TensorDataset(torch.zeros(5, 1), torch.tensor([2, 0, 2, 2, 0]))
    >>> class_histogram(DataLoader(data, batch_size=2), 4)
    tensor([2, 0, 3, 0])
    """
    # TODO: write class_histogram, and remove the next line.
    raise NotImplementedError("class_histogram")
