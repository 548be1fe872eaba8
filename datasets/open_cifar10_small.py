"""Open the small CIFAR-10 with torchvision's own class.

torchvision compares each file with the md5 sum of the official one, which a smaller set cannot have. Inside
`with small():` it asks only whether the file is there:

    import sys

    sys.path.insert(0, "datasets")
    from open_cifar10_small import ROOT, small

    with small():
        train = load_cifar10(ROOT, True)

The class `torchvision.datasets.CIFAR10` stays as it is; outside of the block sums are compared again.
"""

import contextlib
import os
from pathlib import Path

ROOT = str(Path(__file__).parent / "cifar10_small")
"""The folder to give to torchvision as `root`."""


@contextlib.contextmanager
def small():
    """Let torchvision take CIFAR files whatever their md5 sums."""
    from torchvision.datasets import cifar

    checked = cifar.check_integrity
    cifar.check_integrity = lambda path, md5=None: os.path.isfile(path)
    try:
        yield
    finally:
        cifar.check_integrity = checked
