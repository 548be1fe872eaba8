"""Checks of ex08: CIFAR-10 files made for this run, loaders over small datasets, and what comes out of them."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import array, items, kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = (
    "torch", "torchvision", "torchvision.transforms.v2", "PIL.BmpImagePlugin", "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.PpmImagePlugin",
)  # fmt: skip


@probe
def pickled(submission, value):
    """The bytes of a pickled value as Python 2 wrote them, whose strings were bytes: so are the official files."""
    import struct

    def opcodes(value):
        if isinstance(value, dict):
            return b"}(" + b"".join(opcodes(key) + opcodes(item) for key, item in value.items()) + b"u"
        if isinstance(value, list):
            return b"](" + b"".join(opcodes(item) for item in value) + b"e"
        if isinstance(value, tuple):
            return b"(" + b"".join(opcodes(item) for item in value) + b"t"
        if isinstance(value, bytes):
            return b"T" + struct.pack("<i", len(value)) + value
        if value is None or value is False:
            return b"N" if value is None else b"\x89"
        if isinstance(value, int):
            return b"J" + struct.pack("<i", value)
        state = opcodes((3, b"|", None, None, None, -1, -1, 0))
        dtype = b"cnumpy\ndtype\n" + opcodes((b"u1", 0, 1)) + b"R" + state + b"b"
        made = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n" + opcodes((0,)) + opcodes(b"b") + b"tR"
        shape = opcodes(tuple(int(size) for size in value.shape))
        return made + b"(" + opcodes(1) + shape + dtype + opcodes(False) + opcodes(value.tobytes()) + b"tb"

    return b"\x80\x02" + opcodes(value) + b"."


@probe
def write_cifar10(submission, root, batches):
    """Write `{"name", "data", "labels"}` of each batch in the official format, and the class names."""
    import os

    folder = os.path.join(root, "cifar-10-batches-py")
    os.makedirs(folder)
    names = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
    contents = {
        "batches.meta": {
            b"num_cases_per_batch": 10000, b"label_names": [name.encode() for name in names], b"num_vis": 3072,
        }
    }  # fmt: skip
    for batch in batches:
        contents[batch["name"]] = {
            b"batch_label": batch["name"].encode(),
            b"labels": batch["labels"],
            b"data": batch["data"],
            b"filenames": [b"picture_%d.png" % index for index in range(len(batch["labels"]))],
        }
    for name, content in contents.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(pickled(submission, content))


@probe
def cifar10_items(submission, root, batches, which):
    """All items of each set that is asked for. Files count as whole when they are there: their sums cannot match."""
    import os

    from torch.utils.data import Dataset
    from torchvision.datasets import cifar

    from grader.worker.describe import describe

    write_cifar10(submission, root, batches)
    whole = cifar.check_integrity
    cifar.check_integrity = lambda path, md5=None: os.path.isfile(path)
    try:
        sets = [submission.load_cifar10(root, train) for train in which]
    finally:
        cifar.check_integrity = whole
    return [
        {
            "dataset": isinstance(data, Dataset),
            "kind": describe(data),
            "length": describe(len(data)),
            "items": [describe(data[index]) for index in range(min(len(data), 50))],
        }
        for data in sets
    ]


@probe
def cifar10_nowhere(submission, root, which):
    """Ask for each set where there is none, and count the downloads that were asked for."""
    import os

    from torchvision.datasets import cifar

    def download(*args, **kwargs):
        asked.append(True)
        raise RuntimeError("no download here")

    asked = []
    original = cifar.download_and_extract_archive
    cifar.download_and_extract_archive = download
    os.makedirs(root)
    try:
        for train in which:
            try:
                submission.load_cifar10(root, train)
            except NotImplementedError:
                raise
            except Exception:
                continue
    finally:
        cifar.download_and_extract_archive = original
    return len(asked)


@probe
def loader_of(submission, dataset, batch_size, shuffle, drop_last):
    """The student's loader; one that wants processes of its own does without, for the sandbox has none."""
    from torch.utils.data import DataLoader

    loader = submission.make_loader(dataset, batch_size, shuffle, drop_last)
    if isinstance(loader, DataLoader):
        loader.num_workers, loader.timeout = 0, 0
    return loader


@probe
def passes(submission, pictures, labels, batch_size, shuffle, drop_last, count):
    """Every batch of several passes of the loader over pictures and labels."""
    import torch
    from torch.utils.data import DataLoader, Dataset

    from grader.worker.describe import describe

    class Pairs(Dataset):
        def __len__(self):
            return len(labels)

        def __getitem__(self, index):
            return torch.tensor(pictures[index], dtype=torch.float32), labels[index]

    loader = loader_of(submission, Pairs(), batch_size, shuffle, drop_last)
    if not isinstance(loader, DataLoader):
        return {"kind": describe(loader), "passes": None}
    return {"kind": describe(loader), "passes": [[describe(batch) for batch in loader] for _ in range(count)]}


@probe
def orders(submission, length, count):
    """The order of a tiny dataset in each of many shuffled passes."""
    import torch
    from torch.utils.data import TensorDataset

    from grader.worker.describe import describe

    loader = loader_of(submission, TensorDataset(torch.arange(length)), 1, True, False)
    return [[describe(batch) for batch in loader] for _ in range(count)]


@probe
def counted(submission, cases):
    from grader.worker.describe import describe

    return [describe(submission.count_batches(*case)) for case in cases]


@probe
def histograms(submission, labels, cases):
    """The histogram of loaders over the same labels with several settings, the first one asked twice."""
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    from grader.worker.describe import describe

    seen = []
    for batch_size, shuffle, drop_last, num_classes in cases:
        data = TensorDataset(torch.zeros(len(labels), 3, 2, 2), torch.tensor(labels))
        loader = DataLoader(data, batch_size=batch_size, shuffle=shuffle, drop_last=drop_last)
        seen.append(describe(submission.class_histogram(loader, num_classes)))
    return seen


def _word(rng):
    return "".join(chr(97 + letter) for letter in rng.integers(0, 26, 8))


def _batches(rng):
    """Five batches to train on and one to test with, of 2 to 4 pictures each."""
    made = []
    for name in [*(f"data_batch_{part}" for part in range(1, 6)), "test_batch"]:
        count = int(rng.integers(2, 5))
        labels = [int(label) for label in rng.integers(0, 10, count)]
        made.append({"name": name, "data": rng.integers(0, 256, (count, 3072), dtype=np.uint8), "labels": labels})
    return made


def _assert_set(seen, batches, name):
    """All items of a set are those of the batches, in their order."""
    seen = plain_dict(seen, name)
    require(
        seen["dataset"] is True, "{name} is {kind}, which is no torch.utils.data.Dataset.",
        name=name, kind=kind_of(seen["kind"]),
    )
    pictures = np.concatenate([batch["data"] for batch in batches]).reshape(-1, 3, 32, 32) / 255
    labels = [label for batch in batches for label in batch["labels"]]
    length = number(seen["length"], f"len({name})", "int")
    require(
        length == len(labels),
        "len({name}) is {got}, where {want} are asked: that many pictures lie in {files}.",
        name=name, got=length, want=len(labels),
        files="the five files data_batch_…" if len(batches) > 1 else "test_batch",
    )
    found = plain_list(seen["items"], name, length=len(labels))
    for index, (item, picture, label) in enumerate(zip(found, pictures, labels, strict=True)):
        image, told = items(item, f"{name}[{index}]", length=2)
        require(
            kind_of(image) != "PIL.Image",
            "{name}[{index}][0] is still a PIL image; a float32 tensor is asked. What does transform do?",
            name=name, index=index,
        )
        got = tensor(image, f"{name}[{index}][0]", shape=(3, 32, 32))
        require(
            not np.allclose(got, picture * 255),
            "{name}[{index}][0] holds values up to 255; [0, 1] is asked.", name=name, index=index,
        )
        assert_close(got, picture, f"{name}[{index}][0]", picture=True)
        assert_equal(_whole(told, f"{name}[{index}][1]"), label, f"{name}[{index}][1]")


def _whole(seen, name):
    """A described whole number, Python's or NumPy's."""
    kind = kind_of(seen)
    if kind.startswith(("numpy.int", "numpy.uint")):
        return int(array(seen, name, (kind,), shape=(), dtype=kind.removeprefix("numpy.")))
    return number(seen, name, "int")


@check(
    points=1.5,
    function="load_cifar10",
    hint=(
        "What is an item before any transform, and which transform makes a float tensor of it?",
        (
            "Before any transform an item is a PIL image and an int. transforms.ToTensor() makes float32 in [0, "
            "1], channel first; PILToTensor leaves uint8. The label stays an int."
        ),
        (
            "Hand root, train and a made transform (mind the brackets after its name) to datasets.CIFAR10. "
            "Neither flip nor normalize; root is the folder around the data folder."
        ),
    ),
)
def test_cifar10_gives_tensors_and_labels(student, rng):
    """load_cifar10 gives pairs of a float32 (3, 32, 32) tensor in [0, 1] and an int label"""
    batches = _batches(rng)
    came = plain_list(student.call(cifar10_items, _word(rng), batches, [True]), "load_cifar10", length=1)
    _assert_set(came[0], batches[:5], "load_cifar10(root, True)")


@check(
    points=1,
    function="load_cifar10",
    hint=(
        "Which of your arguments decides whether training or test pictures are read?",
        (
            "torchvision's `train` chooses the files. The notes' line for the test set has a slip: it asks for "
            "the training set again."
        ),
        (
            "Hand your own argument on as it is: neither a fixed True nor turned round. The test set is what "
            "comes where it is False."
        ),
    ),
)
def test_cifar10_has_two_sets(student, rng):
    """load_cifar10 reads the training set or the test set, as train says"""
    batches = _batches(rng)
    came = plain_list(student.call(cifar10_items, _word(rng), batches, [False, True]), "load_cifar10", length=2)
    _assert_set(came[0], batches[5:], "load_cifar10(root, False)")
    _assert_set(came[1], batches[:5], "load_cifar10(root, True)")


@check(
    points=1,
    function="load_cifar10",
    held_back=True,
    hint=(
        "What happens where the files are missing: an error, or an attempt to fetch them?",
        (
            "datasets.CIFAR10 downloads only where `download` says so, and by default it does not. An error for "
            "missing files is right here."
        ),
        "Leave download away or off, in every path of your code, and catch no error in order to try again with it.",
    ),
)
def test_cifar10_never_asks_for_a_download(student, rng):
    """load_cifar10 never asks for a download, also where root is empty"""
    asked = plain(student.call(cifar10_nowhere, _word(rng), [True, False]), "load_cifar10", int)
    require(asked == 0, "load_cifar10(root, train) asks for a download where root holds no CIFAR-10.")
    batches = _batches(rng)
    came = plain_list(student.call(cifar10_items, _word(rng), batches, [False]), "load_cifar10", length=1)
    _assert_set(came[0], batches[5:], "load_cifar10(root, False)")


def _passes(student, rng, num_examples, batch_size, shuffle, drop_last, count):
    """The places in the dataset that each batch of each pass holds, after every batch was looked at."""
    pictures = rng.normal(size=(num_examples, 2, 3))
    labels = [int(label) for label in rng.permutation(1000)[:num_examples]]
    name = f"make_loader(dataset, {batch_size}, shuffle={shuffle}, drop_last={drop_last})"
    came = plain_dict(
        student.call(passes, pictures, labels, batch_size, shuffle, drop_last, count), "make_loader"
    )
    require(
        came["passes"] is not None,
        "{name} is of type {kind}, but a torch.utils.data.DataLoader is asked.", name=name, kind=kind_of(came["kind"]),
    )
    found = []
    for batches in plain_list(came["passes"], name, length=count):
        found.append([_places(batch, pictures, labels, f"a batch of {name}") for batch in plain_list(batches, name)])
        whole, rest = divmod(num_examples, batch_size)
        want = [batch_size] * whole + ([rest] if rest and not drop_last else [])
        sizes = [len(places) for places in found[-1]]
        require(
            sizes == want,
            "One pass of {name} over {n} items has batches of {got} items; {want} are asked.",
            name=name, n=num_examples, got=sizes, want=want,
        )
        places = [place for batch in found[-1] for place in batch]
        require(
            len(set(places)) == len(places),
            "One pass of {name} gives some item more than once.", name=name,
        )
    return found, name


def _places(seen, pictures, labels, name):
    """Which items a described batch is made of, told by the labels; its pictures must belong to them."""
    images, told = items(seen, name, length=2)
    told = tensor(told, f"the labels in {name}", dtype="int64", shape=None)
    require(told.ndim == 1, "The labels in {name} have shape {shape}.", name=name, shape=told.shape)
    require(
        set(told.tolist()) <= set(labels), "{name} holds labels that the dataset does not have.", name=name
    )
    places = [labels.index(label) for label in told.tolist()]
    images = tensor(images, f"the images in {name}", shape=(len(places), *pictures.shape[1:]))
    assert_close(images, pictures[places], f"the images that stand beside their labels in {name}")
    return places


@check(
    points=1,
    function="make_loader",
    hint=(
        "Which settings does DataLoader have for the size of a batch and for the order of the items?",
        (
            "batch_size and shuffle are arguments of DataLoader; unless told, a batch is one item. By position "
            "its fourth argument is a sampler, so name what you hand over."
        ),
        (
            "Hand on what the caller said, each by its keyword, nothing typed in: open(path, mode=mode) hands a "
            "mode on in this way. Return the loader itself."
        ),
    ),
)
def test_loader_keeps_the_order(student, rng):
    """make_loader without shuffling gives the dataset's order in batches of batch_size"""
    for num_examples, batch_size in ((int(rng.integers(9, 14)) * 2 + 1, 4), (12, 3)):
        found, name = _passes(student, rng, num_examples, batch_size, False, False, 2)
        for batches in found:
            places = [place for batch in batches for place in batch]
            require(
                places == list(range(num_examples)),
                "{name} does not give the items in the dataset's order: it begins with items {got}.",
                name=name, got=places[:8],
            )


@check(
    points=1,
    function="make_loader",
    hint=(
        "When is the order drawn: once, or for each pass? And what is shuffled: items, or batches?",
        (
            "With shuffle on, the DataLoader draws an order over items at the start of every pass. A seeded "
            "generator, or an order drawn by you, would repeat itself."
        ),
        (
            "Leave the dataset in its order and pass the caller's `shuffle` to the loader's argument of that "
            "name. Sampling with replacement is no shuffle."
        ),
    ),
)
def test_loader_shuffles_anew(student, rng):
    """make_loader with shuffling gives each example once, in a new order each pass"""
    num_examples = 41
    found, name = _passes(student, rng, num_examples, 4, True, False, 3)
    # Two random orders of 41 items are equal once in 41! (10⁴⁹).
    flat = [[place for batch in batches for place in batch] for batches in found]
    require(list(range(num_examples)) not in flat, "{name} does not shuffle: the order is the dataset's.", name=name)
    require(
        flat[0] != flat[1] and flat[1] != flat[2] and flat[0] != flat[2],
        "{name} gives the same order in two passes; each pass has a new one.", name=name,
    )
    together = [batch for batches in found for batch in batches if batch == list(range(batch[0], batch[0] + 4))]
    require(
        len(together) < 5, "{name} shuffles whole batches: neighbours in the dataset stay together.", name=name
    )
    # Four items have 24 orders. That 40 random ones show 10 or fewer of these happens less than once in
    # C(24, 10) · (10/24)⁴⁰ = 10⁻⁹.
    seen = plain_list(student.call(orders, 4, 40), "make_loader", length=40)
    different = set()
    for batches in seen:
        batches = [items(batch, f"a batch of {name}", length=1)[0] for batch in plain_list(batches, name, length=4)]
        order = tuple(int(tensor(batch, f"a batch of {name}", dtype="int64", shape=(1,))[0]) for batch in batches)
        require(sorted(order) == [0, 1, 2, 3], "One pass over 4 items gives items {got}.", got=list(order))
        different.add(order)
    require(
        len(different) > 10,
        "40 shuffled passes over 4 items had only {got} different orders, of 24 that there are.", got=len(different),
    )


@check(
    points=1,
    function="make_loader",
    hint=(
        "What becomes of the items that do not fill a batch, and is there always such a rest?",
        (
            "DataLoader has a setting of this name. It leaves out a last batch only if that is not full: 7 items "
            "in threes lose one, 6 items lose none."
        ),
        (
            "Pass drop_last on by its keyword, as the caller gave it; by position it would land on another "
            "argument. Cut nothing off yourself."
        ),
    ),
)
def test_loader_drops_the_rest(student, rng):
    """make_loader with drop_last leaves out a last batch that is not full, and nothing else"""
    rest = int(rng.integers(1, 5))
    for num_examples, shuffle in ((15 + rest, False), (15 + rest, True), (15, False), (rest, False)):
        found, name = _passes(student, rng, num_examples, 5, shuffle, True, 2)
        taken = list(range(num_examples - num_examples % 5))
        require(
            shuffle or all([place for batch in batches for place in batch] == taken for batches in found),
            "{name} over {n} items drops others than the last ones.", name=name, n=num_examples,
        )


@check(
    points=1.5,
    function="count_batches",
    hint=(
        "Divide with a rest: 103 by 10, 100 by 10. What does the rest add, and when?",
        (
            "`//` gives the full batches, `%` the rest. The rest makes one more batch only where there is a rest "
            "and nothing is dropped. round() answers another question."
        ),
        (
            "divmod(17, 5) is (3, 2): three full and two left over. Decide by the rest and by drop_last whether "
            "to add one; n = 0 then comes right by itself. The answer is an int."
        ),
    ),
)
def test_count_batches(student, rng):
    """count_batches gives ⌈n / b⌉, or ⌊n / b⌋ where the rest is dropped"""
    b = int(rng.integers(3, 60))
    k, rest = int(rng.integers(2, 90)), int(rng.integers(1, b))
    counts = (k * b, k * b + rest, k * b + 1, k * b - 1, rest, 0)
    cases = [[n, b, drop_last] for n in counts for drop_last in (False, True)] + [[k, 1, False], [k, 1, True]]
    came = plain_list(student.call(counted, cases), "count_batches", length=len(cases))
    for (n, size, drop_last), seen in zip(cases, came, strict=True):
        name = f"count_batches({n}, {size}, drop_last={drop_last})"
        got, want = _whole(seen, name), n // size if drop_last else -(-n // size)
        require(
            got == want,
            "{name} is {got}; {n} items fill {full} batches of {size}, and {rest} are left over.",
            name=name, got=got, n=n, size=size, full=n // size, rest=n % size,
        )


def _assert_histogram(seen, name, want):
    """An int64 tensor of these counts; an array of them will do."""
    got = array(seen, name, ("torch.Tensor", "numpy.ndarray"), shape=(len(want),), dtype="int64")
    require(
        not (want.any() and (got == 2 * want).all()), "{name} counts every label twice.", name=name
    )
    assert_equal(got, want, name)


@check(
    points=1,
    function="class_histogram",
    hint=(
        "Which labels does a pass give, batch by batch, and how long is the result where a class never comes?",
        (
            "torch.bincount counts whole numbers; its minlength gives classes that never come a place. "
            "counts[labels] += 1 counts a label that stands twice in a batch only once."
        ),
        (
            "Start from int64 zeros, one for each class, made in the call. Go through the loader once and add "
            "each batch's counts: bincount of [1, 1, 3] is [0, 2, 0, 1]."
        ),
    ),
)
def test_histogram_counts_labels(student, rng):
    """class_histogram counts each label of one pass, with 0 for classes that never come"""
    # The last classes never come, nor does class 1; the largest label comes in the last batch only.
    labels = [int(label) for label in rng.choice([0, 2, 3, 4], int(rng.integers(30, 50)))] + [5]
    cases = [[8, False, False, 9], [8, True, False, 9], [len(labels), False, False, 6]]
    came = plain_list(student.call(histograms, labels, cases), "class_histogram", length=len(cases))
    for (batch_size, _, _, num_classes), seen in zip(cases, came, strict=True):
        name = f"class_histogram(loader, {num_classes}) over {len(labels)} labels in batches of {batch_size}"
        _assert_histogram(seen, name, np.bincount(labels, minlength=num_classes))


@check(
    points=1,
    function="class_histogram",
    held_back=True,
    hint=(
        "Whose labels are counted: those of the dataset, or those that came out of the loader? What if none came?",
        (
            "loader.dataset still holds what the loader drops. Collecting batches and torch.cat raises where none"
            " comes; zeros made beforehand do not."
        ),
        (
            "Count inside of a single loop over the loader and nowhere else, starting from zeros of length "
            "num_classes. With no round of the loop these are the answer."
        ),
    ),
)
def test_histogram_counts_only_what_came(student, rng):
    """class_histogram leaves out what the loader drops, and is all zeros where no batch comes"""
    count = 7 * int(rng.integers(3, 6)) + int(rng.integers(3, 7))
    labels = [int(label) for label in rng.integers(0, 4, count)]
    cases = [[7, False, True, 4], [count + 1, False, True, 6], [7, False, True, 5]]
    came = plain_list(student.call(histograms, labels, cases), "class_histogram", length=len(cases))
    for (batch_size, _, _, num_classes), seen in zip(cases, came, strict=True):
        taken = labels[: count - count % batch_size]
        name = f"class_histogram(loader, {num_classes}) over {count} labels in batches of {batch_size} with drop_last"
        _assert_histogram(seen, name, np.bincount(np.array(taken, dtype=np.int64), minlength=num_classes))
