"""Compare what came with what was expected, and say how they differ before showing a number."""

from typing import Any

import numpy as np

from grader.comparison import compare
from grader.errors import Invalid, WrongAnswer
from grader.expect import assert_finite, wrong_shape
from grader.explain import explain, moved
from grader.messages import Message

RTOL = 1e-4
ATOL = 1e-5


def assert_close(
    got: Any,
    want: Any,
    name: str,
    *,
    rtol: float = RTOL,
    atol: float = ATOL,
    start: Any = None,
    picture: bool = False,
) -> None:
    """The values are those expected, up to rounding; the shape is the same.

    Args:
        got: an array or number from a worker.
        want: the expected array or number.
        name: the value as a student would write it.
        rtol: what may differ in proportion; at least 10 × the rounding of the dtype.
        atol: what may differ beside that.
        start: what the value was before an update; then the message can say that it moved too far.
        picture: both are images, to be shown as such: (H, W), (H, W, C) or (C, H, W), of 0 to 1 or of uint8.

    Raises:
        WrongAnswer: they differ; the message says how, and carries both.
        Invalid: `got` is no number.
    """
    have = numeric(got, name)
    wanted = np.asarray(want)
    shown: dict[str, Any] = {"rtol": rtol, "atol": atol, "picture": picture}
    shape = wrong_shape(have.shape, wanted.shape, name)
    if shape:
        raise _other_shape(have, wanted, name, shape).beside(compare(have, wanted, name, **shown))
    if np.isfinite(wanted).all():
        try:
            assert_finite(have, name)
        except WrongAnswer as error:
            place = np.argwhere(~np.isfinite(have))[0].tolist()
            raise error.beside(compare(have, wanted, name, place, **shown)) from None
    with np.errstate(all="ignore"):
        bad = ~np.isclose(have.astype(np.float64), wanted.astype(np.float64), rtol=rtol, atol=atol)
    if bad.any():
        place = np.argwhere(bad)[0].tolist()
        how = explain(have, wanted, name, atol) or moved(have, wanted, start, name)
        raise _differ(have, wanted, bad, name, how).beside(compare(have, wanted, name, place, **shown))


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


def _other_shape(have: np.ndarray, want: np.ndarray, name: str, shape: Message) -> WrongAnswer:
    how = explain(have, want, name)
    if how:
        return WrongAnswer("{how} {shape}", how=how, shape=shape)
    return WrongAnswer(shape.template, **shape.values)


def _differ(have: np.ndarray, want: np.ndarray, bad: np.ndarray, name: str, how: Message | None) -> WrongAnswer:
    place = np.argwhere(bad)[0].tolist()
    values: dict[str, object] = {
        "name": name,
        "how": how,
        "place": place,
        "got": _number(have[tuple(place)]),
        "want": _number(want[tuple(place)]),
        "count": int(bad.sum()),
        "size": bad.size,
    }
    if not place:
        return WrongAnswer(
            "{how} It is {got}, expected {want}." if how else "{name} is {got}, expected {want}.", **values
        )
    if how:
        return WrongAnswer("{how} At {place} it is {got}, expected {want} ({count} of {size} values differ).", **values)
    return WrongAnswer("{name} differs at {place}: {got}, expected {want} ({count} of {size} values differ).", **values)


def _number(value: Any) -> str:
    return f"{float(value):.6g}"
