"""Checks of ex01: shapes on a few examples first, then what the values of many are like."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import assert_shape, items, plain_dict, plain_list, require, tensor
from grader.probe import probe

NOISE = 0.01
ROUGH = 0.5
"""How near to the line is near where the noise is not the point."""


@probe
def draws(submission, w, b, counts):
    """What `synthetic_data` gives for each count, and what the w of that call is like afterwards."""
    import torch

    from grader.worker.describe import describe

    rounds = []
    for count in counts:
        weights = torch.tensor(w, dtype=torch.float32)
        rounds.append({"pair": describe(submission.synthetic_data(weights, b, count)), "w": weights})
    return rounds


def _model(rng, d):
    """Weights and a bias that differ from each other and from 0 by much more than the noise."""
    w = rng.permutation(np.arange(1, d + 1)) * rng.choice([-1, 1], d) * rng.uniform(1, 1.5)
    return w.astype(np.float32), float(rng.uniform(3, 6) * rng.choice([-1, 1]))


def _ask(student, w, b, *counts):
    """For each count: the described X and y, what w is like afterwards, and the call's name."""
    came = plain_list(student.call(draws, w, b, list(counts)), "synthetic_data", length=len(counts))
    asked = []
    for seen, count in zip(came, counts, strict=True):
        seen = plain_dict(seen, "synthetic_data")
        call = f"synthetic_data(w, b, {count}) for w ({len(w)},)"
        X, y = items(seen["pair"], call, length=2)
        asked.append((X, y, seen["w"], call))
    return asked


def _few(student, w, b, *counts):
    """For each count: X and y of the shapes and dtype of the task."""
    few = []
    for (X, y, _, call), count in zip(_ask(student, w, b, *counts), counts, strict=True):
        X = tensor(X, f"X of {call}", shape=(count, len(w)))
        y = tensor(y, f"y of {call}", shape=(count, 1))
        few.append((X.astype(np.float64), y.astype(np.float64)))
    return few


def _as_column(X, y, shape, call):
    """X and y where the dtype and y's shape are not the point: these have a check of their own."""
    X = tensor(X, f"X of {call}", shape=shape, dtype=("float32", "float64"))
    y = tensor(y, f"y of {call}", dtype=("float32", "float64"))
    if y.size != len(X):
        assert_shape(y.shape, (len(X), 1), f"y of {call}")
    return X.astype(np.float64), y.astype(np.float64).reshape(-1, 1)


def _line(X, w, b):
    return X @ w[:, None].astype(np.float64) + b


@check(
    points=2,
    function="synthetic_data",
    hint=(
        "Make five examples and print the shape of every intermediate result. Which ones are (n,), which (n, 1)?",
        (
            "X @ w of (n, d) and (d,) has shape (n,). Noise of shape (n, 1) added to it becomes (n, n) without an"
            " error: the noise needs the shape of what it is added to."
        ),
        (
            "Keep everything (n,) until the noise is in it, and stand y up as a column at the very end: a row of "
            "3 numbers with reshape(-1, 1) is (3, 1)."
        ),
    ),
    causes=(
        "A column (n, 1) plus noise of shape (n,) is no error: broadcasting makes it (n, n).",
        "y stays (n,) because w is (d,): it has to become a column.",
    ),
)
def test_shapes_and_the_line(student, rng):
    """X has shape (num_examples, len(w)), and y = Xw + b + noise is a column (num_examples, 1)"""
    for d in (2, int(rng.integers(4, 7))):
        w, b = _model(rng, d)
        count = int(rng.integers(7, 12))
        [(X, y)] = _few(student, w, b, count)
        call = f"synthetic_data(w, b, {count}) for w ({d},)"
        # Seven or more values that are normal with deviation 1 or more: all are that small once in 500 million runs.
        require(np.abs(X @ w[:, None]).max() > 0.07, "X of {call} is almost nothing but zeros.", call=call)
        assert_close(y, _line(X, w, b), f"y of {call}", rtol=1e-5, atol=ROUGH)


def _many(student, rng, d=3):
    """At least 3000 examples of a line, and the call's name.

    A few examples come first: by broadcasting, many would make n × n labels.
    """
    w, b = _model(rng, d)
    drawn = ()
    for count in (5, int(rng.integers(3000, 3300))):
        [(X, y, _, call)] = _ask(student, w, b, count)
        drawn = (*_as_column(X, y, (count, d), call), w, b, f"synthetic_data(w, b, {count})")
    return drawn


def _fit(X, y):
    """The w and b that explain y best (least squares)."""
    fitted = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y[:, 0], rcond=None)[0]
    return fitted[:-1], float(fitted[-1])


# The fit is off by noise / √3000: 0.0002, and 0.02 even where the noise is 1. So a wrong noise costs no points here.
FIT = 0.12


def _assert_normal(values, std, name):
    """At least 3000 values look as if drawn from N(0, std²), each for itself; bounds of six sigma or more."""
    # The deviation of a sample of 3000 is off by 1.3 % (one sigma).
    deviation = float(values.std())
    require(
        0.92 * std < deviation < 1.08 * std,
        "{name} has standard deviation {got:.3g}; {want:g} is asked.", name=name, got=deviation, want=std,
    )
    # The mean is off by std / √3000 = 0.018 std.
    mean = float(values.mean())
    require(abs(mean) < 0.11 * std, "{name} has mean {mean:.3g}, not 0.", name=name, mean=mean)
    # 68.3 % of a normal sample lie within one deviation; that share is off by 0.85 %.
    percent = 100 * float((np.abs(values) < std).mean())
    require(
        63 < percent < 73.5,
        "{name}: {percent:.0f} % of the values lie within one standard deviation; of normal ones 68 % do.",
        name=name, percent=percent,
    )


@check(
    points=2,
    function="synthetic_data",
    hint=(
        "From which distribution does each value of X come, and is each one drawn for itself?",
        (
            "N(0, 1) has mean 0 and deviation 1: torch.normal or torch.randn, not torch.rand. The 0.01 belongs to"
            " the noise, not to X."
        ),
        (
            "Draw the whole matrix in one call whose size is the number of examples and the number of weights. "
            "Repeating or expanding a row makes values that are equal."
        ),
    ),
    causes=("torch.rand draws from 0 to 1 evenly; torch.randn and torch.normal draw from a normal distribution.",),
)
def test_features_are_standard_normal(student, rng):
    """Each value of X is drawn from N(0, 1)"""
    X, _, _, _, call = _many(student, rng)
    for column in range(X.shape[1]):
        _assert_normal(X[:, column], 1.0, f"column {column} of X of {call}")
    # 9000 draws in float32 hardly ever meet: a few pairs do.
    require(
        np.unique(X).size > 0.95 * X.size,
        "X of {call} holds only {count} different values: they are not drawn one by one.",
        call=call, count=np.unique(X).size,
    )
    # The correlation of two columns of 3000 is off from 0 by 0.018; that of a row and the next one, too.
    for name, first, second in (("columns", X[:, 0], X[:, 1]), ("rows", X[:-1, 0], X[1:, 0])):
        correlation = float((first * second).mean())
        require(abs(correlation) < 0.13, "The {name} of X of {call} hang together.", name=name, call=call)


@check(
    points=2,
    function="synthetic_data",
    hint=(
        "Is the weighted sum complete, is b in it, and is X the very matrix that y was made of?",
        (
            "Look at torch.matmul: it multiplies and sums over the features. Then b is added once to each label, "
            "and the w and b that came in are used, not the notes' own."
        ),
        (
            "Draw X once, keep it in a name, make y of it and return that same X. Neither the labels nor X may be"
            " shuffled or changed in between."
        ),
    ),
    causes=(
        "X is drawn a second time for the answer, so that y belongs to another X.",
        "`*` in place of a matrix product leaves the terms of the sum apart.",
    ),
)
def test_labels_follow_the_line(student, rng):
    """y follows Xw + b: the w and b that were given can be found again in X and y"""
    X, y, w, b, call = _many(student, rng)
    fitted_w, fitted_b = _fit(X, y)
    assert_close(fitted_w, w, f"the w that explains X and y of {call} best", rtol=0, atol=FIT)
    assert_close(fitted_b, b, f"the b that explains X and y of {call} best", rtol=0, atol=FIT)


@check(
    points=2,
    function="synthetic_data",
    hint=(
        "How large is the noise, is 0.01 its deviation or its variance, and how many noise values are drawn?",
        (
            "torch.normal(mean, std, size): its second number is the deviation, so nothing is squared. A size of "
            "1 draws a single value for all the labels."
        ),
        (
            "Add the noise to the labels, neither times them nor on X, and draw as many values as there are "
            "labels: take the size from the tensor of labels itself."
        ),
    ),
    causes=(
        "torch.normal takes the standard deviation, 0.01, not the variance.",
        "One noise value is drawn and added to all labels; the size of the draw has to be that of y.",
    ),
)
def test_noise_is_fresh_for_each_example(student, rng):
    """The noise is drawn from N(0, 0.01²), a value for each example"""
    X, y, w, b, call = _many(student, rng)
    fitted_w, fitted_b = _fit(X, y)
    if abs(fitted_b - b) > FIT:  # a wrong line costs its points elsewhere
        b = fitted_b
    if np.abs(fitted_w - w).max() > FIT:
        w = fitted_w
    noise = (y - _line(X, w, b))[:, 0]
    # What is no noise at all is float32 rounding of values below 100: less than 1e-4.
    require(
        float(noise.std()) > 1e-4 or abs(float(noise.mean())) < 1e-4,
        "y − Xw − b of {call} is {value:.3g} for every example: one noise value was drawn for all of them.",
        call=call, value=float(noise.mean()),
    )
    require(float(noise.std()) > 2e-5, "y of {call} has no noise: it is Xw + b.", call=call)
    _assert_normal(noise, NOISE, f"the noise, y − Xw − b, of {call}")
    # As in X, neighbours are off from independence by 0.018.
    together = float((noise[:-1] * noise[1:]).mean()) / NOISE**2
    require(abs(together) < 0.13, "The noise of {call} hangs together from one example to the next.", call=call)


@check(
    points=1,
    function="synthetic_data",
    hint=(
        "What makes two calls differ? And does anything of your code write into w?",
        (
            "torch.manual_seed inside of the function, or values drawn at import, give every call the same. "
            "`unsqueeze_` and other methods with `_` write into w itself."
        ),
        (
            "Draw X and noise inside of the function and leave the seed alone. Where you need w in another shape,"
            " give the new shape to a name of your own: v = u.reshape(1, -1)."
        ),
    ),
    causes=(
        "A manual_seed inside of the function makes every call draw the same.",
        "A method that ends in an underscore, or +=, changes the caller's tensor.",
    ),
)
def test_calls_draw_anew_and_leave_w(student, rng):
    """Two calls give different data, and w stays as it was"""
    w, b = _model(rng, 3)
    drawn = []
    for X, y, after, call in _ask(student, w, b, 40, 40):
        assert_equal(after, w, f"the caller's w after {call}")
        X, y = _as_column(X, y, (40, 3), call)
        assert_close(y, _line(X, w, b), f"y of {call}", rtol=1e-5, atol=ROUGH)
        drawn.append((X, y - _line(X, w, b)))
    (first, first_noise), (second, second_noise) = drawn
    require(not np.allclose(first, second), "Two calls of synthetic_data give the same X.")
    require(
        not np.allclose(first_noise, second_noise, rtol=0, atol=1e-4) or np.abs(first_noise).max() < 1e-4,
        "Two calls of synthetic_data give the same noise.",
    )


@check(
    points=1,
    function="synthetic_data",
    held_back=True,
    hint=(
        "What do your shapes become when there is one example, or when w has one element?",
        (
            "squeeze() removes every dimension of size 1, also one that you need. len(w) and reshape work for a "
            "single value as for many."
        ),
        (
            "Work out the shapes on paper for n = 1 and for d = 1. Each step should name its shape, without "
            "squeeze and without a special case."
        ),
    ),
)
def test_one_example_or_one_feature(student, rng):
    """One example and one feature work"""
    for d in (1, 3):
        w, b = _model(rng, d)
        for X, y in _few(student, w, b, 1, 6):
            assert_close(y, _line(X, w, b), "y of synthetic_data(w, b, num_examples)", rtol=1e-5, atol=ROUGH)
