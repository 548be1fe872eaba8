"""Compare what came with what was expected, and say how they differ before showing a number."""

from typing import Any

import numpy as np

from grader.errors import Invalid, WrongAnswer
from grader.expect import assert_finite, assert_shape

RTOL = 1e-4
ATOL = 1e-5


def assert_close(got: Any, want: Any, name: str, *, rtol: float = RTOL, atol: float = ATOL) -> None:
    """The values are those expected, up to rounding; the shape is the same.

    Args:
        got: an array or number from a worker.
        want: the expected array or number.
        name: the value as a student would write it.
        rtol: what may differ in proportion; at least 10 × the rounding of the dtype.
        atol: what may differ beside that.

    Raises:
        WrongAnswer: they differ; the message says how.
        Invalid: `got` is no number.
    """
    have = numeric(got, name)
    wanted = np.asarray(want)
    assert_shape(have.shape, wanted.shape, name)
    if np.isfinite(wanted).all():
        assert_finite(have, name)
    have, wanted = have.astype(np.float64), wanted.astype(np.float64)
    bad = ~np.isclose(have, wanted, rtol=rtol, atol=atol)
    if bad.any():
        _differ(have, wanted, bad, name, rtol, atol)


def assert_equal(got: Any, want: Any, name: str) -> None:
    """The values are exactly those expected: whole numbers, or arrays of them.

    Raises:
        WrongAnswer: they differ; the message says how.
        Invalid: `got` is no number.
    """
    assert_close(got, want, name, rtol=0, atol=0)


def numeric(got: Any, name: str) -> np.ndarray:
    """An array of real numbers, whatever came.

    Raises:
        Invalid: it is none.
    """
    if type(got) in (bool, int, float):
        return np.asarray(got)
    if type(got) is np.ndarray and got.dtype.kind in "biuf":
        return got
    raise Invalid("What came back for {name} is no number.", name=name)


def _differ(have: np.ndarray, want: np.ndarray, bad: np.ndarray, name: str, rtol: float, atol: float) -> None:
    def same(a: np.ndarray, b: np.ndarray) -> bool:
        return a.shape == b.shape and bool(np.allclose(a, b, rtol=max(rtol, 1e-4), atol=max(atol, 1e-6)))

    how = _how(have, want, same)
    place = tuple(int(index) for index in np.argwhere(bad)[0])
    values = {
        "name": name,
        "how": how,
        "got": _number(have[place]),
        "want": _number(want[place]),
        "count": int(bad.sum()),
        "size": bad.size,
    }
    if not place:
        raise WrongAnswer("{name} is {got}, expected {want}.{how}", **values)
    raise WrongAnswer(
        "{name} differs at {place}: {got}, expected {want} ({count} of {size} values differ).{how}",
        place=list(place), **values,
    )


def _how(have: np.ndarray, want: np.ndarray, same: Any) -> str:
    if have.size > 1 and not have.any():
        return " Every value is 0."
    if have.ndim == 2 and have.shape[0] == have.shape[1] and same(have, want.T):
        return " It is the transpose of what is expected."
    if have.size > 1 and same(np.sort(have, axis=None), np.sort(want, axis=None)):
        return " The values are right, but in another order."
    if same(have, -want):
        return " The sign is wrong."
    large = np.abs(want) > 1e-6
    if large.any() and have.size > 1:
        factor = float(np.median(have[large] / want[large]))
        if factor and same(have, factor * want):
            return f" Every value is {factor:.4g} times what is expected."
    offset = float(np.median(have - want))
    if have.size > 1 and same(have, want + offset):
        return f" Every value is off by {offset:+.4g}."
    return ""


def _number(value: float) -> str:
    return f"{value:.6g}"
