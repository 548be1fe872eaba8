"""Checks of ex12: pooling by hand, its windows and strides, and how far an output value sees."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import array, kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe


@probe(off=("pooling",))
def pool(submission, X, calls):
    """Pool X once for each call; tell of a ValueError where the call should be `refused`."""
    import torch

    from grader.worker.describe import describe

    outputs = []
    for call in calls:
        x = torch.tensor(X, dtype=torch.float32)
        args = [tuple(value) if isinstance(value, list) else value for value in call["args"]]
        kwargs = {k: tuple(value) if isinstance(value, list) else value for k, value in call["kwargs"].items()}
        try:
            output = describe(submission.pool2d(x, *args, **kwargs))
        except ValueError:
            if not call["refused"]:
                raise
            output = {"type": "ValueError"}
        outputs.append({"output": output, "X": x})
    return outputs


def _call(*args, refused=False, **kwargs):
    return {"args": list(args), "kwargs": kwargs, "refused": refused}


def _name(call, shape):
    spelled = [_spelled(value) for value in call["args"]]
    spelled += [f"{name}={_spelled(value)}" for name, value in call["kwargs"].items()]
    return f"pool2d(X, {', '.join(spelled)}) for X {shape}"


def _spelled(value):
    return f'"{value}"' if isinstance(value, str) else str(tuple(value) if isinstance(value, list) else value)


def _sides(value):
    return (value, value) if isinstance(value, int) else tuple(value)


def _pooled(X, pool_size, mode="max", stride=None):
    height, width = _sides(pool_size)
    down, right = _sides(stride if stride is not None else pool_size)
    windows = np.lib.stride_tricks.sliding_window_view(X, (height, width))[::down, ::right]
    return windows.max(axis=(2, 3)) if mode == "max" else windows.mean(axis=(2, 3))


def _pool2d(student, X, *calls):
    """Run these calls of pool2d on X and look at each: it gives what it should, or a ValueError if `refused`."""
    came = plain_list(student.call(pool, X, list(calls)), "pool2d", length=len(calls))
    for call, told in zip(calls, came, strict=True):
        seen, name = plain_dict(told, "pool2d"), _name(call, X.shape)
        if call["refused"]:
            require(
                kind_of(seen["output"]) == "ValueError",
                "{name} gives a result; a mode that is neither \"max\" nor \"avg\" is a ValueError.", name=name,
            )
        else:
            want = _pooled(X, *call["args"], **call["kwargs"])
            assert_close(tensor(seen["output"], name, shape=want.shape), want, name)
        assert_close(seen["X"], X, f"X after {name}")


@check(
    points=1.5,
    function="pool2d",
    hint=(
        (
            "What is the largest of the values in a window when all of them are negative? Where does the next "
            "window begin, if no stride is given?"
        ),
        (
            "A maximum that starts from 0 is wrong for negative values, and abs changes the order. Without a "
            "stride the window moves by its own size, not by 1."
        ),
        (
            "Cut the window out as a slice, or all windows with unfold, and take its own max: torch.tensor([-4., "
            "-7.]).max() is -4. The result is a tensor of two dimensions."
        ),
    ),
)
def test_pool2d_takes_the_largest(student, rng):
    """pool2d gives the largest value of each window, windows side by side"""
    X = rng.normal(size=(4, 6))
    _pool2d(student, X, _call(2), _call(1), _call(2, "max"))
    _pool2d(student, X - X.max() - rng.uniform(1, 2), _call(2))
    _pool2d(student, rng.normal(size=(6, 3)), _call(3, mode="max"))


@check(
    points=1.5,
    function="pool2d",
    hint=(
        "By how many values is the sum of a window divided?",
        (
            "A window of 2 × 3 holds six values: the number to divide by is height times width, not one side and "
            "not its square. mean() knows it."
        ),
        (
            "Let mode decide between the two operations on the same window: everything else, where windows begin "
            "and how many there are, is the same for both."
        ),
    ),
)
def test_pool2d_takes_the_mean(student, rng):
    """pool2d gives the mean of each window where the mode is "avg\""""
    _pool2d(student, rng.normal(size=(4, 6)), _call(2, "avg"), _call(1, mode="avg"))
    _pool2d(student, rng.normal(size=(3, 6)) - 2, _call(3, "avg"))


@check(
    points=1,
    function="pool2d",
    hint=(
        "Which number of a pair belongs to the rows?",
        (
            "Vertical comes first: the first number is how many rows a window has. An int stands for both sides; "
            "isinstance tells the two cases apart."
        ),
        (
            "Make a pair of whatever came, in a small helper, and then use the two names in their directions "
            "only. The same helper serves the stride."
        ),
    ),
)
def test_pool2d_takes_a_pair(student, rng):
    """pool2d takes a window that is a pair (vertical, horizontal)"""
    X = rng.normal(size=(6, 12))
    _pool2d(student, X, _call([2, 3]), _call([3, 2], "avg"), _call([1, 4]), _call([6, 1], "avg"), _call([6, 12]))


@check(
    points=1.5,
    function="pool2d",
    hint=(
        (
            "The stride may be smaller than the window, or larger. Which of the two numbers decides where a "
            "window begins, which how far it reaches, and how many windows fit?"
        ),
        (
            "The stride says where windows begin: row i·s. The window says how far each reaches. The count is ⌊(H"
            " − p) / s⌋ + 1, with both numbers in it."
        ),
        (
            "unfold takes size and step apart: torch.arange(5).unfold(0, 2, 3) has the rows 0 1 and 3 4. A stride"
            " may be an int, a pair, or None for the window's own size."
        ),
    ),
)
def test_pool2d_takes_a_stride(student, rng):
    """pool2d moves the window by the stride, also where windows overlap or leave gaps"""
    X = rng.normal(size=(7, 9))
    _pool2d(
        student, X, _call(3, "max", 2), _call(3, "avg", 1), _call(1, "max", 2), _call([3, 1], stride=2),
        _call(3, "max", [2, 3]), _call([3, 5], "avg", [4, 2]), _call(3, "avg", None),
    )  # fmt: skip


@check(
    points=1,
    function="pool2d",
    held_back=True,
    hint=(
        "What becomes of rows and columns at the end that fill no window?",
        (
            "What is left over is dropped at the bottom and at the right, never at the beginning. A slice beyond "
            "the edge is merely shorter, so it warns of nothing."
        ),
        (
            "Work out the number of windows in each direction, rounded down, and loop over just these; or use "
            "unfold, which leaves the rest out by itself."
        ),
    ),
)
def test_pool2d_drops_what_fills_no_window(student, rng):
    """pool2d drops what fills no window at the end"""
    # The values at the end are the largest, so that they show wherever they are not dropped.
    X = rng.normal(size=(5, 8)) + 20 * (np.arange(8) >= 6)
    X[4] += 20
    _pool2d(
        student, X, _call(2), _call(3), _call(3, "avg"), _call([2, 5], "max"), _call(2, "max", 3), _call(4, "avg", 3),
    )  # fmt: skip


@check(
    points=0.5,
    function="pool2d",
    hint=(
        "What does pool2d do with a mode that is neither of the two?",
        (
            "An else that takes anything not \"max\" for the mean hides a typing error. assert and a dict raise "
            "other errors than the one that is asked."
        ),
        (
            "Compare with both whole words, before anything else, and `raise` the error's class with a sentence "
            "that names what came, as in: raise TypeError(f\"no such unit: …\")."
        ),
    ),
)
def test_pool2d_refuses_other_modes(student, rng):
    """pool2d raises ValueError where the mode is neither "max" nor "avg\""""
    word = "".join(chr(int(letter)) for letter in rng.integers(ord("a"), ord("z") + 1, 6))
    modes = (word, "min", "average")
    calls = [_call(2), *(_call(2, mode, refused=True) for mode in modes), _call(2, "avg")]
    _pool2d(student, rng.normal(size=(4, 4)), *calls)


@probe
def fields(submission, cases):
    from grader.worker.describe import describe

    seen = []
    for case in cases:
        layers = [tuple(layer) for layer in case]
        seen.append({"field": describe(submission.receptive_field(layers)), "layers": layers})
    return seen


def _field(layers):
    """Walk back from one output value: which input values does it reach?"""
    first = last = 0
    for kernel_size, stride in reversed(layers):
        first, last = first * stride, last * stride + kernel_size - 1
    return last - first + 1


def _receptive_field(student, cases):
    came = plain_list(student.call(fields, cases), "receptive_field", length=len(cases))
    for layers, seen in zip(cases, came, strict=True):
        shown = [tuple(layer) for layer in layers]
        name = f"receptive_field({shown})"
        field = plain_dict(seen, name)["field"]
        if kind_of(field) in ("numpy.int64", "numpy.int32"):
            value = array(field, name, (kind_of(field),), shape=(), dtype=None)
        else:
            value = number(field, name, "int")
        assert_equal(value, _field(layers), name)
        left = [plain_list(layer, "layers", length=2) for layer in plain_list(seen["layers"], "layers")]
        require(
            [[plain(value, "layers", int) for value in layer] for layer in left] == layers,
            "{name} changes the list that it is given.", name=name,
        )


def _layers(rng, kernels, strides, count):
    """Layers whose windows leave no gaps: the field's width and the number of pixels in it are the same."""
    return [[int(rng.integers(*kernels)), int(rng.integers(*strides))] for _ in range(count)]


@check(
    points=1,
    function="receptive_field",
    hint=(
        "With stride 1 everywhere: by how many pixels does a second convolution of 3 widen the field of a first one?",
        (
            "The first layer sees its kernel. Each further one adds k − 1, for its windows overlap: kernels are "
            "neither added up nor multiplied. With no layer the field is 1."
        ),
        (
            "Start at 1 and go through the list from the front, without changing it. Two kernels of 5 make 1 + 4 "
            "+ 4, an int; the width is asked, not the area."
        ),
    ),
)
def test_receptive_field_of_convolutions(student, rng):
    """receptive_field adds up what each layer of stride 1 adds"""
    _receptive_field(student, [[[int(rng.integers(2, 12)), 1]], *(_layers(rng, (2, 8), (1, 2), n) for n in (2, 3, 5))])


@check(
    points=2,
    function="receptive_field",
    hint=(
        (
            "After a pooling of stride 2, how many input pixels lie between two neighbouring values? Whose kernel"
            " counts in these steps: that of the pooling, or of the layers after it?"
        ),
        (
            "Keep a second number: how many input pixels lie between neighbouring values. Strides multiply into "
            "it, and only for the layers that come after."
        ),
        (
            "In each round first widen the field, by k − 1 steps of the distance so far, then stretch the "
            "distance by this layer's stride. Follow the table of the task with a pencil."
        ),
    ),
)
def test_receptive_field_with_strides(student, rng):
    """receptive_field counts each kernel in steps of the strides before it, the first layer first"""
    cases = [
        [[int(rng.integers(3, 8)), 1], [2, 2], [int(rng.integers(3, 8)), 1]],
        [[int(rng.integers(4, 8)), int(rng.integers(2, 5))], [3, 3], [int(rng.integers(3, 8)), 2]],
        [[int(rng.integers(4, 8)), int(rng.integers(2, 5))]],
        _layers(rng, (4, 8), (2, 5), 4),
        [[1, 1], [int(rng.integers(3, 8)), 3], [1, 1], [int(rng.integers(2, 6)), 1], [1, 2]],
    ]
    _receptive_field(student, cases)
