"""Checks of ex02: one pass through the data, then what sets a pass apart from the next."""

import numpy as np

from grader.check import check
from grader.compare import assert_equal
from grader.expect import items, kind_of, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = ("torch", "torch.utils.data")


@probe
def one_pass(submission, X, y, batch_size):
    """Go through the data once; tell what came and what became of the data."""
    from itertools import islice

    import torch

    from grader.worker.describe import describe

    features, labels = torch.tensor(X), torch.tensor(y)
    result = submission.data_iter(batch_size, features, labels)
    batches = None
    if hasattr(type(result), "__iter__"):
        # One that never ends is cut off: no right pass has more batches than examples.
        batches = [describe(batch) for batch in islice(result, len(X) + 2)]
    return {"result": describe(result), "batches": batches, "features": features, "labels": labels}


def _distinct(rng, shape, dtype="float32"):
    """Values no two of which are equal, so that a row can be told by any of them."""
    values = rng.permutation(int(np.prod(shape))).reshape(shape) * 3
    if dtype == "int64":
        return values + int(rng.integers(1000))
    return (values + rng.uniform(0, 1, shape)).astype(dtype)


def _sizes(rng):
    """A batch size, and a number of examples that it does not divide: some full batches and a short one."""
    batch_size = int(rng.integers(3, 7))
    return batch_size, batch_size * int(rng.integers(3, 6)) + int(rng.integers(1, batch_size))


def _name(batch_size, X, y):
    return f"data_iter({batch_size}, features {X.shape}, labels {y.shape})"


def _taken(student, X, y, batch_size):
    """The batches of one pass as pairs of arrays, and the probe's reply."""
    came = plain_dict(student.call(one_pass, X, y, batch_size), "data_iter")
    name = _name(batch_size, X, y)
    require(
        came["batches"] is not None,
        "{name} gives {got}, over which no loop can go; an iterator of batches is asked. Does it yield them?",
        name=name, got=kind_of(came["result"]),
    )
    batches = plain_list(came["batches"], "the batches")
    return _pairs(batches, X, y, name), came


def _pairs(batches, X, y, name):
    """The described batches as pairs of arrays, after their kind, dtype and shape were looked at."""
    require(batches, "{name} gives no batch at all.", name=name)
    require(len(batches) <= len(X), "{name} gives more batches than there are examples: does it end?", name=name)
    pairs = []
    for index, batch in enumerate(batches):
        require(
            kind_of(batch) in ("list", "tuple"),
            "Batch {index} of {name} is {got}, but a pair (features[batch], labels[batch]) is asked. Does return "
            "stand where yield belongs?",
            index=index, name=name, got=kind_of(batch),
        )
        pair = items(batch, f"batch {index} of {name}", length=2)
        arrays = []
        for seen, part, data in zip(pair, ("features", "labels"), (X, y), strict=True):
            rows = tensor(seen, f"{part} of batch {index} of {name}", dtype=data.dtype.name)
            require(
                rows.ndim == data.ndim and rows.shape[1:] == data.shape[1:],
                "The {part} of batch {index} of {name} have shape {got}, but {asked} is asked: only the number of "
                "rows changes.",
                part=part, index=index, name=name, got=rows.shape, asked=("rows", *data.shape[1:]),
            )
            arrays.append(rows)
        require(
            len(arrays[0]) == len(arrays[1]),
            "Batch {index} of {name} has {features} rows of features, but {labels} labels.",
            index=index, name=name, features=len(arrays[0]), labels=len(arrays[1]),
        )
        pairs.append(tuple(arrays))
    return pairs


def _places(pairs, part, data, name):
    """For each row of the batches, in order, the index of the row of `data` that it is."""
    known = {row.tobytes(): index for index, row in enumerate(data)}
    places = []
    for batch, pair in enumerate(pairs):
        for row in pair[part]:
            place = known.get(row.tobytes())
            require(
                place is not None,
                "Batch {batch} of {name} holds {part} that are no row of the data: {row}.",
                batch=batch, name=name, part=("features", "labels")[part], row=np.array2string(row, threshold=6),
            )
            places.append(place)
    return places


def _assert_sizes(pairs, X, batch_size, name):
    sizes, n = [len(labels) for _, labels in pairs], len(X)
    want = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    if sizes == want:
        return
    require(0 not in sizes, "{name} gives an empty batch: the sizes are {got}.", name=name, got=sizes)
    require(
        sizes != [size for size in want if size == batch_size],
        "{name} leaves out the last batch, the short one: the sizes are {got}, expected {want}.",
        name=name, got=sizes, want=want,
    )
    require(False, "{name} gives batches of sizes {got}, expected {want}.", name=name, got=sizes, want=want)


def _assert_once(places, n, name):
    counts = np.bincount(places, minlength=n)
    missing, double = np.flatnonzero(counts == 0).tolist(), np.flatnonzero(counts > 1).tolist()
    require(
        not missing and not double,
        "{name} does not give each example once: in one pass {missing} of {n} never came, and {double} came more than "
        "once.",
        name=name, n=n, missing=len(missing), double=len(double),
    )


def _assert_together(of_features, of_labels, name):
    wrong = [place for place in range(len(of_features)) if of_features[place] != of_labels[place]]
    require(
        not wrong,
        "{name} tears rows from their labels: {count} of {size} rows come with another row's label, such as the "
        "features of row {row} with the label of row {other}.",
        name=name, count=len(wrong), size=len(of_features), row=of_features[wrong[0]] if wrong else 0,
        other=of_labels[wrong[0]] if wrong else 0,
    )


def _assert_right(pairs, X, y, batch_size, name):
    """All that holds of one pass; its order."""
    _assert_sizes(pairs, X, batch_size, name)
    of_features, of_labels = _places(pairs, 0, X, name), _places(pairs, 1, y, name)
    _assert_once(of_features, len(X), name)
    _assert_once(of_labels, len(X), name)
    _assert_together(of_features, of_labels, name)
    return of_labels


@check(
    points=2,
    function="data_iter",
    hint=(
        "Where does each batch start and end? What is left for the last one, and which indices pick its rows?",
        (
            "range with three numbers gives the places where batches start. A slice that goes beyond the end of a"
            " list simply stops there, so the short batch needs no special case."
        ),
        (
            "From each start take batch_size of the shuffled indices, and with these pick rows. [7, 8, 9][2:4] is"
            " [9], no error. Hand over features first, then labels."
        ),
    ),
    causes=(
        "range(num_examples // batch_size) forgets the short batch at the end.",
        "The end of the last batch goes beyond the data; min(…) stops it there.",
    ),
)
def test_batches_have_batch_size_rows(student, rng):
    """Each batch is a pair of tensors with batch_size rows; the last one holds what is left over"""
    batch_size, n = _sizes(rng)
    X, y = _distinct(rng, (n, 3)), _distinct(rng, (n, 1))
    pairs, _ = _taken(student, X, y, batch_size)
    name = _name(batch_size, X, y)
    _assert_sizes(pairs, X, batch_size, name)
    _places(pairs, 0, X, name)
    _places(pairs, 1, y, name)


@check(
    points=1,
    function="data_iter",
    hint=(
        "Which numbers are shuffled? Is each of them used, and none of them twice?",
        (
            "Count with len(features), the number of rows; numel and shape[1] count something else. A fresh "
            "sample for each batch knows nothing of the batches before it."
        ),
        (
            "Shuffle all the indices once at the start of the pass, then cut that one order into pieces that "
            "neither overlap nor leave a gap."
        ),
    ),
    causes=("random.choices and torch.randint draw with repetition; a shuffle does not.",),
)
def test_each_example_comes_once(student, rng):
    """One pass gives each example exactly once"""
    batch_size, uneven = _sizes(rng)
    for n in (uneven, batch_size * 4):
        X, y = _distinct(rng, (n, 2)), _distinct(rng, (n, 1))
        pairs, _ = _taken(student, X, y, batch_size)
        name = _name(batch_size, X, y)
        _assert_once(_places(pairs, 0, X, name), n, name)
        _assert_once(_places(pairs, 1, y, name), n, name)


@check(
    points=2,
    function="data_iter",
    hint=(
        "Are the features and the labels of a batch picked by the same indices?",
        (
            "One order has to serve both tensors. Shuffled apart, or with only one of them shuffled, a row meets "
            "another row's label."
        ),
        (
            "Give the indices of the batch a name, and use that name twice: once between the brackets of "
            "features, once between those of labels."
        ),
    ),
    causes=("Features and labels are shuffled one after the other, each in an order of its own.",),
)
def test_rows_stay_with_their_labels(student, rng):
    """Each row of features comes with its own label"""
    batch_size, n = _sizes(rng)
    X, y = _distinct(rng, (n, 4)), _distinct(rng, (n, 1))
    pairs, _ = _taken(student, X, y, batch_size)
    name = _name(batch_size, X, y)
    of_features, of_labels = _places(pairs, 0, X, name), _places(pairs, 1, y, name)
    _assert_together(of_features, of_labels, name)
    # Rows without number would stay together as well.
    _assert_once(of_features, n, name)


@probe
def many_passes(submission, X, y, batch_size, passes):
    """The labels in the order in which they came, for each pass."""
    from itertools import islice

    import torch

    features, labels = torch.tensor(X), torch.tensor(y)
    orders = []
    for _ in range(passes):
        batches = islice(submission.data_iter(batch_size, features, labels), len(y) + 2)
        orders.append([label for _, batch in batches for label in batch.reshape(-1).tolist()])
    return orders


def _orders(student, rng, n, batch_size, passes):
    """The order of each pass, as indices of the data."""
    X, y = _distinct(rng, (n, 2)), _distinct(rng, (n, 1))
    known = {float(label): index for index, label in enumerate(y[:, 0])}
    orders = []
    for order in plain_list(student.call(many_passes, X, y, batch_size, passes), "the passes", length=passes):
        labels = [plain(label, "a label", float) for label in plain_list(order, "the labels of a pass")]
        require(
            len(labels) == n and set(labels) == set(known),
            "A pass of {name} does not give each example once.", name=_name(batch_size, X, y),
        )
        orders.append([known[label] for label in labels])
    return orders


N, BATCH_SIZE, PASSES = 6, 2, 600
# An example is in a given one of the three batches in one pass of 3, and meets a given other example there in one of 5.
# So each count below is binomial, 600 draws of 1/3 or 1/5. By Chernoff's bound one of them strays by more than 70 from
# its mean, 200 or 120, less than once in 4e7 times; of all 18 + 15 one does less than once in a million runs.
IN_BATCH, TOGETHER, STRAY = 200, 120, 70


@check(
    points=2,
    function="data_iter",
    hint=(
        "When is the order drawn, and over what: single examples, or batches of them?",
        (
            "random.shuffle changes a list in place and gives None; torch.randperm gives a new order. Either "
            "belongs inside of the function, before the batches are cut, without a seed."
        ),
        (
            "The list to shuffle holds one number for each example, 0 to n − 1, not one for each batch. Shuffling"
            " after the cut leaves the same examples together in every pass."
        ),
    ),
    causes=(
        "The list of indices is made, but never shuffled.",
        "A fixed seed, or an order drawn once outside of the function, repeats itself in each pass.",
    ),
)
def test_order_is_drawn_anew(student, rng):
    """Each pass has an order of its own, drawn over single examples"""
    # 40 examples: two random orders agree, or one is the data's own, once in 40! ≈ 1e48.
    first, second = _orders(student, rng, 40, 7, 2)
    require(first != sorted(first), "data_iter gives the examples in the order of the data: they are not shuffled.")
    require(first != second, "data_iter gives the examples in the same order in each pass.")
    # Which batch each example is in, for each pass. Its place inside the batch makes no difference to training.
    batches = np.argsort(_orders(student, rng, N, BATCH_SIZE, PASSES), axis=1) // BATCH_SIZE
    for example in range(N):
        for batch in range(N // BATCH_SIZE):
            count = int((batches[:, example] == batch).sum())
            require(
                abs(count - IN_BATCH) <= STRAY,
                "In {passes} passes over {n} examples, {size} to a batch, example {example} was in batch {batch} "
                "{count} times, where about {mean} are expected. Is the order drawn over all the single examples?",
                passes=PASSES, n=N, size=BATCH_SIZE, example=example, batch=batch, count=count, mean=IN_BATCH,
            )
        for other in range(example):
            count = int((batches[:, example] == batches[:, other]).sum())
            require(
                abs(count - TOGETHER) <= STRAY,
                "In {passes} passes over {n} examples, {size} to a batch, examples {other} and {example} met in one "
                "batch {count} times, where about {mean} are expected. Is the order drawn over single examples?",
                passes=PASSES, n=N, size=BATCH_SIZE, other=other, example=example, count=count, mean=TOGETHER,
            )


@probe
def piece_by_piece(submission, X, y, batch_size):
    """Take one batch, look which tensors there are by then, and take the rest."""
    import gc
    from itertools import islice

    import torch

    from grader.worker.describe import describe

    iterator = iter(submission.data_iter(batch_size, torch.tensor(X), torch.tensor(y)))
    first = next(iterator)
    # Kept in a list, so that none of them makes room for a new one at the same address.
    there = [thing for thing in gc.get_objects() if issubclass(type(thing), torch.Tensor)]
    known = {id(thing) for thing in there}
    batches, ready = [describe(first)], 0
    for batch in islice(iterator, len(X) + 2):
        batches.append(describe(batch))
        if isinstance(batch, (list, tuple)):
            ready += any(id(part) in known for part in batch)
    return {"batches": batches, "ready": ready}


@check(
    points=1,
    function="data_iter",
    hint=(
        "How many batches exist while the first one is at work? yield hands one over and waits.",
        (
            "`return` of a list makes everything at once, and so does `yield` in a second loop after the batches "
            "were collected. Where in the loop is a batch indexed?"
        ),
        (
            "In one and the same round of the loop: take the piece of the indices, pick its rows, yield the pair."
            " There is no list of batches anywhere."
        ),
    ),
    causes=("All batches are put into a list first, and the list is returned or yielded from.",),
)
def test_batches_are_cut_when_asked_for(student, rng):
    """A batch is cut when it is asked for, not before"""
    batch_size, n = _sizes(rng)
    X, y = _distinct(rng, (n, 3)), _distinct(rng, (n, 1))
    came = plain_dict(student.call(piece_by_piece, X, y, batch_size), "data_iter")
    name = _name(batch_size, X, y)
    pairs = _pairs(plain_list(came["batches"], "the batches"), X, y, name)
    ready = plain(came["ready"], "the batches made early", int)
    require(
        ready == 0,
        "{name} is not lazy: when the first batch had come, {ready} of the others were cut already. Cut each batch in "
        "the loop and yield it there.",
        name=name, ready=ready,
    )
    _assert_right(pairs, X, y, batch_size, name)


@check(
    points=1,
    function="data_iter",
    hint=(
        "What is put into another order: the data, or a list of indices?",
        (
            "Shuffling a tensor swaps views of its rows, which loses some of them and changes what the caller "
            "holds. A list of numbers is shuffled without harm."
        ),
        (
            "Nothing may be assigned into features or labels. Indexing with a list or a tensor of ints makes new "
            "rows: letters[[2, 0]] leaves letters as it was."
        ),
    ),
    causes=("random.shuffle on the tensors themselves changes the caller's data, and can even lose rows of it.",),
)
def test_data_stay_as_they_are(student, rng):
    """features and labels are the same after a pass as before"""
    batch_size, n = _sizes(rng)
    X, y = _distinct(rng, (n, 3)), _distinct(rng, (n, 1))
    pairs, came = _taken(student, X, y, batch_size)
    name = _name(batch_size, X, y)
    for part, data in (("features", X), ("labels", y)):
        assert_equal(came[part], data, f"{part} after a pass of {name}")
    _assert_right(pairs, X, y, batch_size, name)


@check(
    points=1,
    function="data_iter",
    held_back=True,
    hint=(
        (
            "Try labels of shape (n,), features of one and of four dimensions, whole numbers, a batch of one, a "
            "batch larger than the data, and a number of examples that batch_size divides."
        ),
        (
            "Indexing rows leaves all other dimensions and the dtype alone. squeeze, reshape, float() or an index"
            " with a comma ties you to one kind of data."
        ),
        (
            "Take the number of examples from len, the piece from a slice, and index features and labels by the "
            "first dimension only. Then nothing depends on shape or size."
        ),
    ),
)
def test_any_shape_and_any_batch_size(student, rng):
    """It works for features of any number of dimensions, labels (n,) or (n, 1), and any batch size"""
    n = int(rng.integers(3, 7)) * 2
    for row, label, batch_size, dtypes in (
        ((), (), 3, ("float32", "float32")),
        ((3, 2, 4), (), n // 2, ("float32", "int64")),
        ((2,), (1,), 1, ("int64", "int64")),
        ((1,), (), n, ("float64", "float32")),
        ((2, 3), (1,), n + 5, ("float32", "float32")),
    ):
        X, y = _distinct(rng, (n, *row), dtypes[0]), _distinct(rng, (n, *label), dtypes[1])
        pairs, _ = _taken(student, X, y, batch_size)
        _assert_right(pairs, X, y, batch_size, _name(batch_size, X, y))
    X, y = _distinct(rng, (1, 2)), _distinct(rng, (1, 1))
    pairs, _ = _taken(student, X, y, 4)
    _assert_right(pairs, X, y, 4, _name(4, X, y))
