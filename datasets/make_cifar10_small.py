"""Make a small CIFAR-10: the official files and format, 40 pictures in each of the six batches.

    python datasets/make_cifar10_small.py [FOLDER]

writes FOLDER/cifar-10-batches-py; FOLDER is `datasets/cifar10_small` unless given. The pictures are
drawn, not photographed: each class has its own colour and pattern. The seed is fixed, so each run
writes the same bytes. Needs NumPy.

A batch is a pickled dict with the keys b"batch_label", b"labels", b"data" (uint8, one picture a row: 1024 red
values, 1024 green, 1024 blue) and b"filenames". The official files were written by Python 2, whose
strings are bytes: `encoding="bytes"` reads them as such, `encoding="latin1"` as text. `dump` writes
the same opcodes, so both ways of reading work here too. Open the set with `open_cifar10_small.py`.
"""

import struct
import sys
from pathlib import Path

import numpy as np

SEED = 10
IMAGES = 40
CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
FOLDER = "cifar-10-batches-py"


def main(root):
    """Write the six batches and the class names."""
    rng = np.random.default_rng(SEED)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    names = [(f"data_batch_{number}", f"training batch {number} of 5") for number in range(1, 6)]
    for name, label in [*names, ("test_batch", "testing batch 1 of 1")]:
        (folder / name).write_bytes(dump(batch(rng, label)))
    meta = {
        b"num_cases_per_batch": IMAGES,
        b"label_names": [name.encode() for name in CLASSES],
        b"num_vis": 3072,
    }
    (folder / "batches.meta").write_bytes(dump(meta))


def batch(rng, label):
    """One batch: every class equally often, in random order."""
    labels = [int(value) for value in rng.permutation(np.arange(IMAGES) % len(CLASSES))]
    return {
        b"batch_label": label.encode(),
        b"labels": labels,
        b"data": np.stack([picture(rng, value).transpose(2, 0, 1).reshape(-1) for value in labels]),
        b"filenames": [f"{CLASSES[value]}_{index:04d}.png".encode() for index, value in enumerate(labels)],
    }


def picture(rng, label):
    """A 32 × 32 picture, `(32, 32, 3)` uint8: even classes show a disc, odd ones stripes, in the class's colour."""
    rows, columns = np.mgrid[0:32, 0:32]
    middle = rng.integers(12, 20, 2)
    if label % 2:
        inside = ((rows if label % 4 == 1 else columns) + middle[0]) // (2 + label // 2) % 2 == 0
    else:
        inside = (rows - middle[0]) ** 2 + (columns - middle[1]) ** 2 <= (6 + label // 2) ** 2
    colour = np.array([(label * 83) % 200 + 30, (label * 47 + 120) % 200 + 30, (label * 29 + 60) % 200 + 30])
    image = np.where(inside[:, :, None], colour, 255 - colour)
    return np.clip(image + rng.integers(-4, 5, (32, 32, 1)), 0, 255).astype(np.uint8)


def dump(value):
    """The bytes of a pickled value, protocol 2, as Python 2 wrote them: bytes are its strings."""
    return b"\x80\x02" + _opcodes(value) + b"."


def _opcodes(value):
    if isinstance(value, dict):
        return b"}(" + b"".join(_opcodes(key) + _opcodes(item) for key, item in value.items()) + b"u"
    if isinstance(value, list):
        return b"](" + b"".join(_opcodes(item) for item in value) + b"e"
    if isinstance(value, tuple):
        return b"(" + b"".join(_opcodes(item) for item in value) + b"t"
    if isinstance(value, bytes):
        return b"T" + struct.pack("<i", len(value)) + value
    if value is None:
        return b"N"
    if value is False:
        return b"\x89"
    if isinstance(value, int):
        return b"J" + struct.pack("<i", value)
    return _array_opcodes(value)


def _array_opcodes(array):
    """An uint8 array: an empty one, then its state (version, shape, dtype, Fortran order, data)."""
    state = _opcodes((3, b"|", None, None, None, -1, -1, 0))
    dtype = b"cnumpy\ndtype\n" + _opcodes((b"u1", 0, 1)) + b"R" + state + b"b"
    made = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n" + _opcodes((0,)) + _opcodes(b"b") + b"tR"
    state = b"(" + _opcodes(1) + _opcodes(array.shape) + dtype + _opcodes(False) + _opcodes(array.tobytes()) + b"t"
    return made + state + b"b"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "cifar10_small")
