"""Checks of ex01: shapes on a few examples first, then what the values of many are like."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import items, plain_dict, plain_list, require, tensor
from grader.probe import probe

NOISE = 0.01
FAR = 7 * NOISE
"""No noise value lies farther out: one of 3300 does in 100 million runs of the check."""


@probe
def draws(submission, w, b, counts):
    """What `synthetic_data` gives for each count, and what w is like afterwards."""
    import torch

    from grader.worker.describe import describe

    w = torch.tensor(w, dtype=torch.float32)
    return {"pairs": [describe(submission.synthetic_data(w, b, count)) for count in counts], "w": w}


def _model(rng, d):
    """Weights and a bias that differ from each other and from 0 by much more than the noise."""
    w = rng.permutation(np.arange(1, d + 1)) * rng.choice([-1, 1], d) * rng.uniform(1, 1.5)
    return w.astype(np.float32), float(rng.uniform(3, 6) * rng.choice([-1, 1]))


def _draw(student, w, b, *counts):
    """(X, y) for each count, in float64, after a look at kinds and shapes; and the call's name."""
    came = plain_dict(student.call(draws, w, b, list(counts)), "synthetic_data")
    pairs = plain_list(came["pairs"], "synthetic_data", length=len(counts))
    drawn = []
    for pair, count in zip(pairs, counts, strict=True):
        call = f"synthetic_data(w, b, {count}) for w ({len(w)},)"
        X, y = items(pair, call, length=2)
        X = tensor(X, f"X of {call}", shape=(count, len(w)))
        y = tensor(y, f"y of {call}", shape=(count, 1))
        drawn.append((X.astype(np.float64), y.astype(np.float64)))
    return drawn, came["w"]


def _line(X, w, b):
    return X @ w[:, None].astype(np.float64) + b


@check(
    points=2,
    function="synthetic_data",
    hint="Make five examples and print the shape of every intermediate result. Which ones are (n,), which (n, 1)?",
)
def test_shapes_and_the_line(student, rng):
    """X is (num_examples, len(w)), y a column (num_examples, 1), and y follows Xw + b"""
    for d in (2, int(rng.integers(4, 7))):
        w, b = _model(rng, d)
        count = int(rng.integers(7, 12))
        [(X, y)], _ = _draw(student, w, b, count)
        call = f"y of synthetic_data(w, b, {count}) for w ({d},)"
        require(
            np.abs(X @ w[:, None]).max() > FAR,
            "X of synthetic_data(w, b, {count}) for w ({d},) holds (almost) nothing but zeros.", count=count, d=d,
        )
        assert_close(y, _line(X, w, b), call, rtol=1e-5, atol=100 * NOISE)


def _many(student, rng, d=3):
    """At least 3000 examples: X, what is left of y when the line is taken away, and the call's name."""
    w, b = _model(rng, d)
    count = int(rng.integers(3000, 3300))
    [(X, y)], _ = _draw(student, w, b, count)
    return X, y, _line(X, w, b), f"synthetic_data(w, b, {count})"


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
    hint="From which distribution does each value of X come, and is each one drawn for itself?",
)
def test_features_are_standard_normal(student, rng):
    """Each value of X is drawn from N(0, 1)"""
    X, _, _, call = _many(student, rng)
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
    hint="Is the weighted sum complete, is b in it, and is X the very matrix that y was made of?",
)
def test_labels_follow_the_line(student, rng):
    """y is Xw + b up to the noise, for each example"""
    _, y, line, call = _many(student, rng)
    assert_close(y, line, f"y of {call}", rtol=1e-5, atol=FAR)


@check(
    points=2,
    function="synthetic_data",
    hint="How large is the noise, is 0.01 its deviation or its variance, and how many noise values are drawn?",
)
def test_noise_is_fresh_for_each_example(student, rng):
    """The noise is drawn from N(0, 0.01²), a value for each example"""
    _, y, line, call = _many(student, rng)
    noise = (y - line)[:, 0]
    # What is no noise at all is float32 rounding of values below 100: less than 1e-4.
    require(
        float(noise.std()) > 1e-4 or abs(float(noise.mean())) < 1e-4,
        "y − Xw − b of {call} is {value:.3g} for every example: one noise value was drawn for all of them.",
        call=call, value=float(noise.mean()),
    )
    require(
        float(noise.std()) > 2e-5,
        "y of {call} has no noise: it is Xw + b.", call=call,
    )
    _assert_normal(noise, NOISE, f"the noise, y − Xw − b, of {call}")
    # As in X, neighbours are off from independence by 0.018.
    together = float((noise[:-1] * noise[1:]).mean()) / NOISE**2
    require(abs(together) < 0.13, "The noise of {call} hangs together from one example to the next.", call=call)


@check(
    points=1,
    function="synthetic_data",
    hint="What makes two calls differ? And does anything of your code write into w?",
)
def test_calls_draw_anew_and_leave_w(student, rng):
    """Two calls give different data, and w stays as it was"""
    w, b = _model(rng, 3)
    (first, second), after = _draw(student, w, b, 40, 40)
    assert_equal(after, w, "w after synthetic_data(w, b, 40)")
    require(not np.allclose(first[0], second[0]), "Two calls of synthetic_data give the same X.")
    noise = [y - _line(X, w, b) for X, y in (first, second)]
    require(not np.allclose(*noise, rtol=0, atol=1e-4), "Two calls of synthetic_data give the same noise.")


@check(
    points=1,
    function="synthetic_data",
    held_back=True,
    hint="What do your shapes become when there is one example, or when w has one element?",
)
def test_one_example_or_one_feature(student, rng):
    """One example and one feature work"""
    for d in (1, 3):
        w, b = _model(rng, d)
        drawn, _ = _draw(student, w, b, 1, 6)
        for X, y in drawn:
            assert_close(y, _line(X, w, b), "y of synthetic_data(w, b, num_examples)", rtol=1e-5, atol=FAR)
