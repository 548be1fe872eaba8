"""Dataset: a folder of pictures that can be asked for item i, and two datasets made one.

Source: the notes' section *DataSet*.

Training code does not want to know where data lies. It asks two questions, and a
`torch.utils.data.Dataset` is whatever answers them:

- `len(dataset)`: how many items are there?
- `dataset[i]`: give me item i, counting from 0.

Python turns these into calls of `__len__` and `__getitem__`; you write those two, and `__init__` to
remember where to look. All else follows: a `DataLoader` can shuffle and batch the set, `for item in
dataset` goes through it, `+` puts it together with another.

Here the data is laid out as the notes have it, one folder for each label:

    datasets/ants_bees/train/ants/ant_00.png
    datasets/ants_bees/train/ants/ant_01.png  …
    datasets/ants_bees/train/bees/bee_00.png  …

`root_path` is the part that the labels share (`datasets/ants_bees/train`), `label_path` the last folder
(`ants`), which is also the label of every picture in it. An item is the pair (picture, label).

**Read late.** `__init__` needs the file *names* only. A picture is opened when its item is asked for: a
set of a million pictures starts at once and never sits in memory as a whole.

**Two sets into one.** If `first` has a items and `second` has b, the merged set has a + b:

    merged[i] = first[i]          for 0 ≤ i < a
    merged[i] = second[i − a]     for a ≤ i < a + b

With 7 ants and 5 bees, merged[6] is the last ant, merged[7] is bees[0], and there is no merged[12].
Nothing is copied: the merged set hands each question on.

Traps:

- A name from `os.listdir` is bare: `ant_00.png`, not the way to it. Join it to the folder before you
  open it.
- `for item in dataset` counts 0, 1, 2, … until an `IndexError`. A `__getitem__` that never raises it
  loops for ever. A list of names raises it by itself; a `%` or a `try … except` takes that away.
- What belongs to one dataset belongs on `self`. A list that stands in the class body is shared: the
  bees would end up among the ants.
- `first.names += second.names` changes the first dataset, which its owner did not ask for.
"""

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    """The pictures in the folder `root_path/label_path`, each with the folder's name as its label.

    The folder holds pictures only, of any format that PIL reads. Their order is yours to choose
    (`os.listdir` gives one, sorting it another), but it stays the same for one object.

    The example runs in the course's folder:

    >>> ants = Mydata("datasets/ants_bees/train", "ants")
    >>> len(ants)
    7
    >>> image, label = ants[0]
    >>> label
    'ants'
    >>> image.mode
    'RGB'
    """

    def __init__(self, root_path, label_path):
        """Remember the folder and the names of the files in it.

        Args:
            root_path: the folder that the folders of all labels lie in, a string.
            label_path: the name of one of these, a string; it is the label too.
        """
        # TODO: write Mydata.__init__, and remove the next line.
        raise NotImplementedError("Mydata.__init__")

    def __getitem__(self, idx):
        """Give the pair (picture, label) at a place.

        Args:
            idx: an int, 0 for the first item.

        Returns:
            `(image, label_path)`: a PIL image, in the mode of its file or as RGB, and a string.

        Raises:
            IndexError: idx is len(self) or more. (What a negative idx does is up to you.)
        """
        # TODO: write Mydata.__getitem__, and remove the next line.
        raise NotImplementedError("Mydata.__getitem__")

    def __len__(self):
        """Give the number of pictures."""
        # TODO: write Mydata.__len__, and remove the next line.
        raise NotImplementedError("Mydata.__len__")


def merge(first, second):
    """Make one dataset of two: the items of the first in their order, then those of the second.

    Neither of the two changes. They need not be `Mydata`: any dataset with a length will do, and the
    two may be of different kinds.

    Args:
        first: a dataset of a items.
        second: a dataset of b items.

    Returns:
        A dataset of a + b items.

    >>> ants = Mydata("datasets/ants_bees/train", "ants")
    >>> bees = Mydata("datasets/ants_bees/train", "bees")
    >>> both = merge(ants, bees)
    >>> len(both), both[6][1], both[7][1]
    (12, 'ants', 'bees')
    """
    # TODO: write merge, and remove the next line.
    raise NotImplementedError("merge")
