"""Checks of ex06: folders of pictures drawn for this run, read through Mydata, and datasets put together."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.comparison import compare
from grader.errors import WrongAnswer
from grader.expect import image, items, kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = (
    "torch", "torchvision", "torchvision.transforms.v2", "PIL.BmpImagePlugin", "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.PpmImagePlugin",
)  # fmt: skip


@probe
def write_folder(submission, folder, pictures):
    """Write pictures, a list of `{"name", "pixels", "palette"}`, into a folder in an order that tells nothing."""
    import os

    from PIL import Image

    os.makedirs(folder)
    for picture in pictures:
        made = Image.fromarray(picture["pixels"])
        if "palette" in picture:
            made.putpalette(picture["palette"])
        made.save(os.path.join(folder, picture["name"]), quality=95)


@probe
def lengths(submission, folders):
    import os

    from torch.utils.data import Dataset

    from grader.worker.describe import describe

    seen = []
    for root, label, pictures in folders:
        write_folder(submission, os.path.join(root, label), pictures)
    for root, label, _ in folders:
        data = submission.Mydata(root, label)
        seen.append({"dataset": isinstance(data, Dataset), "kind": describe(data), "length": describe(len(data))})
    return seen


@probe
def all_items(submission, root, label, pictures, absolute):
    """Every item of one folder, whose root is told from the working folder or from the very top."""
    import os

    from grader.worker.describe import describe

    write_folder(submission, os.path.join(root, label), pictures)
    data = submission.Mydata(os.path.abspath(root) if absolute else root, label)
    return [describe(data[index]) for index in range(len(pictures))]


@probe
def two_folders(submission, root, folders):
    """Both folders' items, forwards and then backwards, after both datasets were made."""
    import os

    from grader.worker.describe import describe

    for label, pictures in folders:
        write_folder(submission, os.path.join(root, label), pictures)
    made = [submission.Mydata(root, label) for label, _ in folders]
    seen = []
    for data, (_, pictures) in zip(made, folders, strict=True):
        places = range(len(pictures))
        forwards = [describe(data[index]) for index in places]
        backwards = [describe(data[index]) for index in reversed(places)]
        seen.append({"forwards": forwards, "backwards": backwards[::-1]})
    return seen


@probe
def past_the_end(submission, root, label, pictures, beyond):
    import itertools
    import os

    from grader.worker.describe import describe

    write_folder(submission, os.path.join(root, label), pictures)
    data = submission.Mydata(root, label)
    raised = []
    for index in beyond:
        try:
            raised.append({"gave": describe(data[index])})
        except NotImplementedError:
            raise
        except IndexError:
            raised.append({"error": "IndexError"})
        except Exception as error:
            raised.append({"error": type(error).__name__})
    walked = [describe(item) for item in itertools.islice(iter(data), len(pictures) + 3)]
    return {"raised": raised, "walked": walked}


@probe
def merged_folders(submission, root, folders):
    """Two folders' datasets before and after they are merged, and the merged one between."""
    import os

    from grader.worker.describe import describe

    def read(data, length):
        return [describe(data[index]) for index in range(length)]

    for label, pictures in folders:
        write_folder(submission, os.path.join(root, label), pictures)
    parts = [submission.Mydata(root, label) for label, _ in folders]
    sizes = [len(pictures) for _, pictures in folders]
    before = [read(part, size) for part, size in zip(parts, sizes, strict=True)]
    both = submission.merge(*parts)
    kind, length = describe(both), describe(len(both))
    merged = read(both, sum(sizes))
    after = [
        {"length": describe(len(part)), "items": read(part, size)} for part, size in zip(parts, sizes, strict=True)
    ]
    return {"before": before, "kind": kind, "length": length, "merged": merged, "after": after}


@probe
def merged_others(submission, numbers, rows, words):
    """Merge datasets of other kinds: numbers with rows, an empty one with words, and both results."""
    import torch
    from torch.utils.data import Dataset, TensorDataset

    from grader.worker.describe import describe

    class Values(Dataset):
        def __init__(self, values):
            self.values = tuple(values)

        def __len__(self):
            return len(self.values)

        def __getitem__(self, index):
            return self.values[index]

    def read(data):
        kind, length = describe(data), describe(len(data))
        return {"kind": kind, "length": length, "items": [describe(data[index]) for index in range(len(data))]}

    first = submission.merge(Values(numbers), TensorDataset(torch.tensor(rows, dtype=torch.float32)))
    second = submission.merge(Values([]), Values(words))
    third = submission.merge(second, first)
    return [read(first), read(second), read(third)]


def _word(rng):
    return "".join(chr(97 + letter) for letter in rng.integers(0, 26, 6))


def _pixels(rng):
    """An RGB picture of noise: no two are alike."""
    height, width = (int(size) for size in rng.integers(5, 12, 2))
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def _pictures(rng, count):
    """PNG files in an order of names that is not the order in which they are written."""
    return [{"name": f"{_word(rng)}.png", "pixels": _pixels(rng)} for _ in range(count)]


def _folders(rng, *counts):
    return [[_word(rng), _pictures(rng, count)] for count in counts]


def _pair(seen, name, label):
    """The described image of an item, after its form and its label were looked at."""
    picture, told = items(seen, name, length=2)
    got = kind_of(told)
    require(
        got == "str",
        "{name}[1] is of type {got}, but the label {label!r}, a string, is asked: an item is (image, label_path).",
        name=name, got=got, label=label,
    )
    value = plain(told.get("value"), f"{name}[1]", str)
    require(
        value == label,
        "{name}[1] is {got!r}, but the label is {label!r}.",
        name=name, got=value[:80], label=label,
    )
    return picture


def _place(seen, name, pictures):
    """Which of the pictures a described image is."""
    got = image(seen, name, modes=None)
    mode = plain(seen.get("mode"), name, str)
    for place, picture in enumerate(pictures):
        if any(mode == asked and _alike(got, want) for asked, want in _readings(picture)):
            return place
    wrong = WrongAnswer(
        "{name}, {size[1]} × {size[0]} pixels in mode {mode}, is none of the pictures in the folder, neither in its "
        "file's own mode nor as RGB.",
        name=name, size=got.shape[:2], mode=mode[:20],
    )
    near = _nearest(got, pictures)
    raise wrong if near is None else wrong.beside(compare(got, near, name, picture=True))


def _nearest(got, pictures):
    """Of the pictures of the same size the one whose brightness is most like it, as RGB; None if there is none."""
    shown = [_readings(picture)[-1][1] for picture in pictures]
    shown = [pixels for pixels in shown if pixels.shape[:2] == got.shape[:2]]
    return min(shown, key=lambda pixels: np.abs(_brightness(pixels) - _brightness(got)).sum(), default=None)


def _brightness(pixels):
    return pixels.reshape(*pixels.shape[:2], -1)[:, :, :3].mean(axis=2)


def _readings(picture):
    """The picture in its own mode, and as RGB."""
    pixels = picture["pixels"]
    if "palette" in picture:
        colours = np.array(picture["palette"], dtype=np.uint8).reshape(-1, 3)
        return [("P", pixels), ("RGB", colours[pixels])]
    if pixels.ndim == 2:
        return [("L", pixels), ("RGB", np.repeat(pixels[:, :, None], 3, axis=2))]
    return [("RGBA", pixels), ("RGB", pixels[:, :, :3])] if pixels.shape[2] == 4 else [("RGB", pixels)]


def _alike(got, want):
    """Equal up to what JPEG does to a flat colour: a few steps of 255."""
    return got.shape == want.shape and bool((np.abs(got.astype(float) - want) <= 6).all())


def _assert_each_once(seen, name, label, pictures):
    """The described items are the pictures, each once, with the label. Gives their order."""
    seen = plain_list(seen, name, length=len(pictures))
    order = []
    for index, item in enumerate(seen):
        place = _place(_pair(item, f"{name}[{index}]", label), f"{name}[{index}][0]", pictures)
        require(
            place not in order,
            "{name}[{index}] shows the same picture as {name}[{earlier}]: each picture is one item.",
            name=name, index=index, earlier=order.index(place) if place in order else None,
        )
        order.append(place)
    return order


@check(
    points=1,
    function="Mydata",
    hint=(
        (
            "Which folder's files are counted: the one that holds all labels, or that of this label? And what "
            "does the class derive from?"
        ),
        (
            "The pictures lie in root_path/label_path; os.path.join puts the two together. root_path alone holds "
            "one folder for each label. The base class is torch's Dataset."
        ),
        (
            "Write Dataset in the class's brackets, keep the listed names on self in __init__, and let __len__ "
            "count that list: three names make 3, not 2."
        ),
    ),
)
def test_mydata_is_a_dataset_as_long_as_its_folder(student, rng):
    """Mydata is a torch Dataset whose length is the number of pictures in the folder"""
    root, counts = _word(rng), [int(count) for count in rng.permutation(np.arange(2, 12))[:4]]
    folders = [[root, label, pictures] for label, pictures in _folders(rng, *counts)]
    came = plain_list(student.call(lengths, folders), "Mydata", length=len(counts))
    for seen, count in zip(came, counts, strict=True):
        seen = plain_dict(seen, "Mydata")
        length = number(seen["length"], "len(Mydata(root_path, label_path))", "int")
        require(
            length == count,
            "len(Mydata(root_path, label_path)) is {got}, but the folder holds {count} pictures.",
            got=length, count=count,
        )
        require(
            seen["dataset"] is True,
            "Mydata(root_path, label_path) is {kind}, which is no torch.utils.data.Dataset.",
            kind=kind_of(seen["kind"]),
        )


@check(
    points=2,
    function="Mydata",
    hint=(
        "What does os.listdir give, and what does Image.open need? An item is two things: which, in which order?",
        (
            "os.listdir gives bare names, while Image.open needs the way to the file. Join folder and name. Use "
            "idx to choose the name, and do not close or convert the picture."
        ),
        (
            "Return two things with a comma between: the opened picture first, then the label that came in as "
            "text. A pair looks like (thing, \"cats\")."
        ),
    ),
)
def test_mydata_gives_each_picture_with_its_label(student, rng):
    """Mydata's items are the folder's pictures, each once, as pairs (PIL image, label_path)"""
    for absolute in (False, True):
        root, (label, pictures) = f"{_word(rng)}/{_word(rng)}", _folders(rng, int(rng.integers(4, 8)))[0]
        came = student.call(all_items, root, label, pictures, absolute)
        _assert_each_once(came, f"Mydata(root_path, {label!r})", label, pictures)


@check(
    points=1,
    function="Mydata",
    hint=(
        "Where are the names kept: on self, or somewhere that two objects share? When is their order decided?",
        (
            "A list in the class body or a global one is shared by all objects. Listing, shuffling or popping in "
            "__getitem__ changes the order from one question to the next."
        ),
        (
            "List the names once, in __init__, into a list on self; sorted or not is your choice. __getitem__ "
            "only reads from it: shelf[2] leaves shelf as it was."
        ),
    ),
)
def test_mydata_keeps_its_own_order(student, rng):
    """Two Mydata objects keep apart, and each keeps its order"""
    folders = _folders(rng, 6, 5)
    came = plain_list(student.call(two_folders, _word(rng), folders), "Mydata", length=2)
    for (label, pictures), seen in zip(folders, came, strict=True):
        seen = plain_dict(seen, "Mydata")
        name = f"Mydata(root_path, {label!r})"
        first = _assert_each_once(seen["forwards"], name, label, pictures)
        again = _assert_each_once(seen["backwards"], name, label, pictures)
        moved = [index for index in range(len(pictures)) if first[index] != again[index]]
        require(
            not moved,
            "{name}[{index}] is another picture when it is asked for a second time: the order of one object changes.",
            name=name, index=moved[0] if moved else None,
        )


@check(
    points=1,
    function="Mydata",
    hint=(
        "How does Python know that `for item in dataset` is over, when all it can do is ask for item 0, 1, 2, …?",
        (
            "A for loop counts up until an IndexError comes. A list raises it by itself beyond its end; `%`, try "
            "… except or a dict takes that away."
        ),
        (
            "Index the list of names directly by idx and let its error through. If you test by hand, the first "
            "index to refuse is the length itself: raise IndexError."
        ),
    ),
)
def test_mydata_ends(student, rng):
    """Mydata raises IndexError from its length on, so that a for loop over it ends"""
    label, pictures = _folders(rng, int(rng.integers(3, 7)))[0]
    count = len(pictures)
    beyond = [count, count + 1, 3 * count]
    came = plain_dict(student.call(past_the_end, _word(rng), label, pictures, beyond), "Mydata")
    for index, seen in zip(beyond, plain_list(came["raised"], "Mydata", length=len(beyond)), strict=True):
        seen = plain_dict(seen, "Mydata")
        require(
            "error" in seen, "data[{index}] gives a value, though there are {count} items; an IndexError is asked.",
            index=index, count=count,
        )
        error = plain(seen["error"], "data[…]", str)
        require(
            error == "IndexError",
            "data[{index}] of {count} items raises {error}; an IndexError is asked.",
            index=index, count=count, error=error[:80],
        )
    walked = plain_list(came["walked"], "Mydata")
    require(
        len(walked) == count,
        "`for item in data` gives {got} items or more; there are {count}.", got=len(walked), count=count,
    )
    _assert_each_once(walked, "list(data)", label, pictures)


def _formats(rng):
    """A folder of pictures in several formats and modes. JPEG keeps a flat colour only nearly."""
    flat = np.broadcast_to(rng.integers(40, 216, 3, dtype=np.uint8), (16, 24, 3)).copy()
    opaque = np.full((7, 9, 1), 255, dtype=np.uint8)
    palette = [int(value) for value in rng.integers(0, 256, 3 * 256)]
    return [
        {"name": f"{_word(rng)} 2.jpg", "pixels": flat},
        {"name": f"{_word(rng)}.bmp", "pixels": _pixels(rng)},
        {"name": f"{_word(rng)}.v1.png", "pixels": rng.integers(0, 256, (8, 6), dtype=np.uint8)},
        {
            "name": f"{_word(rng)}.png",
            "pixels": np.concatenate([rng.integers(0, 256, (7, 9, 3), dtype=np.uint8), opaque], axis=2),
        },
        {"name": f"{_word(rng)}-p.png", "pixels": rng.integers(0, 256, (9, 10), dtype=np.uint8), "palette": palette},
    ]


@check(
    points=1,
    function="Mydata",
    held_back=True,
    hint=(
        "Does anything depend on how a file's name ends, or on a picture having three channels?",
        (
            "PIL recognises a format by the file's content, so names need not be filtered by how they end. "
            "convert to RGB is allowed, grey is not."
        ),
        (
            "Take every name in the folder, open it with Image.open and hand the picture over in its own size: "
            "neither resized nor made an array or a tensor."
        ),
    ),
)
def test_mydata_reads_other_formats(student, rng):
    """Mydata reads pictures of other formats and modes, as they are or as RGB"""
    label, pictures = _word(rng), _formats(rng)
    came = student.call(all_items, _word(rng), label, pictures, False)
    _assert_each_once(came, "data", label, pictures)


def _assert_dataset(seen, name, length):
    """What merge gave is no mere list, and has this length."""
    kind = kind_of(seen["kind"])
    require(kind not in ("list", "tuple"), "{name} is a {kind}, but a dataset is asked.", name=name, kind=kind)
    got = number(seen["length"], f"len({name})", "int")
    require(
        got == length, "len({name}) is {got}; the two datasets have {length} items together.",
        name=name, got=got, length=length,
    )


def _merge(student, rng):
    """Merge two folders: what the probe saw, the folders, and each folder's order before."""
    folders = _folders(rng, int(rng.integers(3, 6)), int(rng.integers(6, 9)))
    came = plain_dict(student.call(merged_folders, _word(rng), folders), "merge")
    before = plain_list(came["before"], "merge", length=2)
    orders = [
        _assert_each_once(seen, name, label, pictures)
        for name, seen, (label, pictures) in zip(("first", "second"), before, folders, strict=True)
    ]
    return came, folders, orders


def _assert_merged(came, folders, orders):
    total = sum(len(pictures) for _, pictures in folders)
    _assert_dataset(came, "merge(first, second)", total)
    merged = plain_list(came["merged"], "merge(first, second)", length=total)
    start = 0
    for name, (label, pictures), order in zip(("first", "second"), folders, orders, strict=True):
        for offset, want in enumerate(order):
            item = f"merge(first, second)[{start + offset}]"
            picture, told = items(merged[start + offset], item, length=2)
            require(
                kind_of(told) == "str" and plain(told.get("value"), item, str) == label,
                "{item} does not have the label of {name}; {name}[{offset}] is asked there, since first has {length} "
                "items.",
                item=item, name=name, offset=offset, length=len(orders[0]),
            )
            got = _place(picture, f"{item}[0]", pictures)
            require(
                got == want,
                "{item} is {name}[{got}], but {name}[{offset}] is asked: first has {length} items.",
                item=item, name=name, got=order.index(got), offset=offset, length=len(orders[0]),
            )
        start += len(order)


@check(
    points=1,
    function="merge",
    hint=(
        "With 7 items in first, which item of second is number 9 of both?",
        (
            "Counting starts at 0, and second is asked for the index minus the length of first. torch's Dataset "
            "already has a way to be put together: look at the notes' last line on it."
        ),
        (
            "Datasets can be added like lists: [1, 2] + [3] is [1, 2, 3], and the order decides. By hand, a "
            "Dataset with __len__ and __getitem__ does it too."
        ),
    ),
)
def test_merge_gives_first_then_second(student, rng):
    """merge gives first's items in their order, then second's"""
    _assert_merged(*_merge(student, rng))


@check(
    points=1,
    function="merge",
    hint=(
        "What does your function touch: the datasets' insides, or only their length and their items?",
        (
            "`+=` and extend write into the list they are called on, and a shallow copy still has the same list "
            "inside. The merged set is an object of its own."
        ),
        (
            "Keep both datasets whole and only hand each question on to the right one of them. Nothing is copied,"
            " and nothing is assigned to them."
        ),
    ),
)
def test_merge_leaves_its_arguments_alone(student, rng):
    """merge changes neither of its arguments"""
    came, folders, orders = _merge(student, rng)
    after = plain_list(came["after"], "merge", length=2)
    for name, seen, (label, pictures), order in zip(("first", "second"), after, folders, orders, strict=True):
        seen = plain_dict(seen, "merge")
        length = number(seen["length"], f"len({name}) after merge", "int")
        require(
            length == len(pictures),
            "len({name}) was {before}, and is {got} after merge(first, second).",
            name=name, before=len(pictures), got=length,
        )
        again = _assert_each_once(seen["items"], f"{name} after merge", label, pictures)
        require(again == order, "The items of {name} stand in another order after merge(first, second).", name=name)
    _assert_merged(came, folders, orders)


@check(
    points=2,
    function="merge",
    hint=(
        "A dataset is whatever has a length and items. Does merge ask for more than these two? May one have none?",
        (
            "Names, folders or labels are Mydata's own; another dataset has none of them. len(…) and […] are all "
            "that every dataset has. ChainDataset is for another kind."
        ),
        (
            "torch.utils.data has a class that strings datasets of any kind together, and `+` makes it. By hand: "
            "nothing but len and items, and an empty one needs no special case."
        ),
    ),
)
def test_merge_takes_any_two_datasets(student, rng):
    """merge puts together any two datasets: of other kinds, empty, or merged already"""
    numbers = [int(value) for value in rng.integers(0, 10**6, int(rng.integers(2, 6)))]
    rows = rng.normal(size=(int(rng.integers(2, 6)), 3))
    words = [_word(rng) for _ in range(int(rng.integers(2, 6)))]
    came = plain_list(student.call(merged_others, numbers, rows, words), "merge", length=3)
    for name, seen, wanted in (
        ("merge(numbers, rows)", came[0], [*numbers, *rows]),
        ("merge(empty, words)", came[1], words),
        ("merge(merge(empty, words), merge(numbers, rows))", came[2], [*words, *numbers, *rows]),
    ):
        seen = plain_dict(seen, name)
        _assert_dataset(seen, name, len(wanted))
        found = plain_list(seen["items"], name, length=len(wanted))
        for index, (item, want) in enumerate(zip(found, wanted, strict=True)):
            _assert_item(item, f"{name}[{index}]", want)


def _assert_item(seen, name, want):
    """A described item is the number, the word or the one row, in its tuple, that it was made from."""
    if type(want) is int:
        assert_equal(number(seen, name, "int"), want, name)
    elif type(want) is str:
        require(
            kind_of(seen) == "str" and plain(seen.get("value"), name, str) == want,
            "{name} is not {want!r}, which stands in that place.", name=name, want=want,
        )
    else:
        (row,) = items(seen, name, length=1)
        assert_close(tensor(row, f"{name}[0]", shape=want.shape), want, f"{name}[0]")
