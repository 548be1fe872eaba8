"""How two arrays differ, in a sentence. Each sentence is a template of its own, to be translated.

A sentence is said only where it is true of the arrays at hand, and explains almost all of the difference.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np

from grader.language import mark
from grader.messages import Message

RTOL, ATOL = 1e-4, 1e-6
REST = 0.05
"""The share of the difference that may be left unexplained."""
MOST_ROUND = 1000
"""A factor of n or 1/n is named as such up to here."""
MOST = 2**16
"""Larger arrays are not puzzled over."""

ZERO = mark("Every value of {name} is 0.")
CONSTANT = mark("Every value of {name} is {value}.")
TRANSPOSED = mark("{name} is the transpose of what is expected.")
AXES = mark("The values of {name} are right, but its dimensions are in the order {order} of what is expected.")
SIGN = mark("The sign of {name} is wrong.")
FACTOR = mark("Every value of {name} is {factor} times what is expected.")
DIVISOR = mark("Every value of {name} is {factor} times what is expected: 1/{divisor} of it.")
OFFSET = mark("Every value of {name} is off by {offset}.")
ABSOLUTE = mark("{name} has lost its signs: every value is the absolute value of what is expected.")
SQUARED = mark("Every value of {name} is the square of what is expected.")
ROOT = mark("Every value of {name} is the square root of what is expected.")
LATE = mark("The values of {name} are shifted by one along dimension {axis}: each stands one place too late.")
EARLY = mark("The values of {name} are shifted by one along dimension {axis}: each stands one place too early.")
REVERSED = mark("The values of {name} are right, but dimension {axis} runs backwards.")
ROWS = mark("The rows of {name} are right, but in another order.")
ORDER = mark("The values of {name} are right, but in another order.")
LAST = mark("{name} is right only in its last {count} of {size} rows.")
FIRST = mark("{name} is right only in its first {count} of {size} rows.")
LAST_VALUES = mark("{name} is right only in its last {count} of {size} values.")
FIRST_VALUES = mark("{name} is right only in its first {count} of {size} values.")
ROW_FACTOR = mark("Each row of {name} is what is expected times a number of its own.")
COLUMN_FACTOR = mark("Each column of {name} is what is expected times a number of its own.")
ROW_OFFSET = mark("Each row of {name} is off by a number of its own.")
COLUMN_OFFSET = mark("Each column of {name} is off by a number of its own.")
WHOLE = mark("{name} holds whole numbers, of dtype {dtype}: the fractions are lost.")
NEAR = mark("{name} is near, but off by more than rounding: by {most} at the most.")
FLAT = mark("The values of {name} are right; only the shape is not.")
STAYED = mark("{name} did not change.")
FURTHER = mark("{name} moved {factor} times as far as it should.")
PART = mark("{name} moved {factor} times as far as it should: 1/{divisor} of the way.")
BACK = mark("{name} moved the wrong way.")
TAIL = mark("{name} holds only the last {count} of {size} rows.")
HEAD = mark("{name} holds only the first {count} of {size} rows.")


@dataclass(frozen=True)
class _Pair:
    have: np.ndarray
    want: np.ndarray
    atol: float

    def same(self, guess: np.ndarray) -> bool:
        """Whether `have` is what would come by this mistake, and the mistake explains the difference."""
        if guess.shape != self.have.shape or not np.isfinite(guess).all():
            return False
        rest = np.abs(self.have - guess)
        if guess.shape == self.want.shape and rest.max() > REST * np.abs(self.have - self.want).max():
            return False
        return bool((rest <= max(self.atol, ATOL) + RTOL * np.abs(guess)).all())


def explain(have: np.ndarray, want: np.ndarray, name: str, atol: float = 0.0) -> Message | None:
    """How `have` differs from `want`, if it is in one of the ways known here.

    Args:
        have: what came, of real numbers.
        want: what was expected, of the same shape or another.
        name: the value as a student would write it.
        atol: a difference that does not count.
    """
    if not 0 < want.size <= MOST or not 0 < have.size <= MOST:
        return None
    dtype = have.dtype.name
    with np.errstate(all="ignore"):
        have, want = have.astype(np.float64), want.astype(np.float64)
        if not (np.isfinite(have).all() and np.isfinite(want).all()):
            return None
        pair = _Pair(have, want, atol)
        if have.shape != want.shape:
            return next(_of_other_shape(pair, name), None)
        if have.size == 1:
            return next(_of_numbers(pair, name), None)
        if dtype[:3] in ("int", "uin", "boo") and any(pair.same(cut(want)) for cut in (np.trunc, np.floor, np.round)):
            return Message(WHOLE, {"name": name, "dtype": dtype})
        for ways in (_of_values, _of_places, _of_rows, _of_precision):
            for message in ways(pair, name):
                return message
        return None


def moved(have: np.ndarray, want: np.ndarray, start: Any, name: str) -> Message | None:
    """How an update went wrong, if by a factor: `start` is the value before it, None where there was no update."""
    if start is None or np.shape(start) != want.shape or not 0 < want.size <= MOST:
        return None
    with np.errstate(all="ignore"):
        start = np.asarray(start, dtype=np.float64)
        way, asked = have.astype(np.float64) - start, want.astype(np.float64) - start
        if not (np.isfinite(way).all() and np.isfinite(asked).all() and asked.any()):
            return None
        # Of float32 values a difference is known to about 1e-6 of the values themselves.
        atol = 1e-6 * float(max(1.0, np.abs(have).max()))
        factor = float((way * asked).sum() / np.square(asked).sum())
        if not _Pair(way, asked, atol).same(factor * asked):
            return None
        if abs(factor) * np.abs(asked).max() <= atol:
            return Message(STAYED, {"name": name})
        if factor < 0:
            return Message(BACK, {"name": name})
        divisor = _divisor(factor, 1e-2)
        if divisor:
            return Message(PART, {"name": name, "factor": f"{factor:.3g}", "divisor": divisor})
        return Message(FURTHER, {"name": name, "factor": f"{factor:.3g}"})


def _of_other_shape(pair: _Pair, name: str) -> Iterator[Message]:
    have, want = pair.have, pair.want
    yield from _of_axes(pair, name)
    if have.size == want.size and pair.same(want.reshape(have.shape)):
        yield Message(FLAT, {"name": name})
    if have.ndim == want.ndim > 0 and have.shape[1:] == want.shape[1:] and len(have) < len(want):
        values = {"name": name, "count": len(have), "size": len(want)}
        if pair.same(want[-len(have) :]):
            yield Message(TAIL, values)
        if pair.same(want[: len(have)]):
            yield Message(HEAD, values)


def _of_numbers(pair: _Pair, name: str) -> Iterator[Message]:
    """Of one number any other is some multiple; only a round one is worth a word."""
    have, want = pair.have.item(), pair.want.item()
    if want and abs(have + want) <= RTOL * abs(want):
        yield Message(SIGN, {"name": name})
    if want and have and not (have.is_integer() and want.is_integer()):
        factor = have / want
        if (1.5 < factor < MOST_ROUND and abs(factor - round(factor)) < RTOL) or _divisor(factor):
            yield _factor(factor, name)


def _of_values(pair: _Pair, name: str) -> Iterator[Message]:
    have, want = pair.have, pair.want
    said = {"name": name}
    if not have.any():
        yield Message(ZERO, said)
    if pair.same(-want):
        yield Message(SIGN, said)
    large = np.abs(want) > 1e-6
    factor = float(np.median(have[large] / want[large])) if large.any() else 0.0
    if factor and abs(factor - 1) > 1e-3 and pair.same(factor * want) and np.ptp(have):
        yield _factor(factor, name)
    offset = float(np.median(have - want))
    if pair.same(want + offset):
        yield Message(OFFSET, {**said, "offset": f"{offset:+.4g}"})
    if np.ptp(have) == 0:
        yield Message(CONSTANT, {**said, "value": f"{have.flat[0]:.6g}"})
    changes: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
        (ABSOLUTE, np.abs), (SQUARED, np.square), (ROOT, np.sqrt),
    )  # fmt: skip
    for template, change in changes:
        if pair.same(change(want)):
            yield Message(template, said)


def _factor(factor: float, name: str) -> Message:
    values: dict[str, object] = {"name": name, "factor": f"{factor:.4g}"}
    divisor = _divisor(factor)
    return Message(DIVISOR, {**values, "divisor": divisor}) if divisor else Message(FACTOR, values)


def _divisor(factor: float, within: float = RTOL) -> int:
    """n where the factor is 1/n; 0 where it is not."""
    divisor = round(1 / factor) if 1 / MOST_ROUND < factor < 1 else 0
    return divisor if divisor > 1 and abs(factor * divisor - 1) < within else 0


def _of_places(pair: _Pair, name: str) -> Iterator[Message]:
    """The right numbers at the wrong places."""
    have, want = pair.have, pair.want
    yield from _of_axes(pair, name)
    for axis in range(want.ndim):
        if want.shape[axis] > 2:
            first, last = _cut(want, axis, 1, None), _cut(want, axis, None, -1)
            if _alike(_cut(have, axis, 1, None), last, pair) and np.ptp(last):
                yield Message(LATE, {"name": name, "axis": axis})
            if _alike(_cut(have, axis, None, -1), first, pair) and np.ptp(first):
                yield Message(EARLY, {"name": name, "axis": axis})
        if pair.same(np.flip(want, axis)):
            yield Message(REVERSED, {"name": name, "axis": axis})
    if pair.want.ndim > 1 and pair.same(want[_matching_rows(have, want)]):
        yield Message(ROWS, {"name": name})
    order = np.empty(have.size, dtype=np.intp)
    order[np.argsort(have, axis=None)] = np.argsort(want, axis=None)
    if pair.same(want.ravel()[order].reshape(have.shape)):
        yield Message(ORDER, {"name": name})


def _of_axes(pair: _Pair, name: str) -> Iterator[Message]:
    if not 2 <= pair.want.ndim == pair.have.ndim <= 4:
        return
    for order in permutations(range(pair.want.ndim)):
        if order != tuple(range(pair.want.ndim)) and pair.same(pair.want.transpose(order)):
            yield Message(TRANSPOSED if len(order) == 2 else AXES, {"name": name, "order": order})


def _matching_rows(have: np.ndarray, want: np.ndarray) -> np.ndarray:
    """For each row of `have`, a row of `want` that would be it if rows were sorted alike."""
    flat_have, flat_want = (np.round(side.reshape(len(side), -1), 4) for side in (have, want))
    order = np.empty(len(have), dtype=np.intp)
    order[np.lexsort(flat_have.T[::-1])] = np.lexsort(flat_want.T[::-1])
    return order


def _of_rows(pair: _Pair, name: str) -> Iterator[Message]:
    """Right in a part, or wrong row by row."""
    have, want = pair.have, pair.want
    right = np.isclose(have, want, rtol=RTOL, atol=max(pair.atol, ATOL)).reshape(len(have), -1).all(axis=1)
    count = int(right.sum())
    # One number may be right by chance.
    if 0 < count < len(right) > 2 and np.ptp(want) and (count > 1 or have.size > len(have)):
        values = {"name": name, "count": count, "size": len(right)}
        if right[-count:].all():
            yield Message(LAST if have.ndim > 1 else LAST_VALUES, values)
        if right[:count].all():
            yield Message(FIRST if have.ndim > 1 else FIRST_VALUES, values)
    if have.ndim != 2 or min(have.shape) < 2:
        return
    for axis, scaled, moved in ((1, ROW_FACTOR, ROW_OFFSET), (0, COLUMN_FACTOR, COLUMN_OFFSET)):
        factor = (have * want).sum(axis=axis, keepdims=True) / np.square(want).sum(axis=axis, keepdims=True)
        if (factor != 0).all() and pair.same(want * factor):
            yield Message(scaled, {"name": name})
        if pair.same(want + (have - want).mean(axis=axis, keepdims=True)):
            yield Message(moved, {"name": name})


def _of_precision(pair: _Pair, name: str) -> Iterator[Message]:
    most = float(np.abs(pair.have - pair.want).max())
    if most < 0.01 * float(np.abs(pair.want).max()):
        yield Message(NEAR, {"name": name, "most": f"{most:.2g}"})


def _cut(values: np.ndarray, axis: int, start: int | None, stop: int | None) -> np.ndarray:
    return values[(slice(None),) * axis + (slice(start, stop),)]


def _alike(have: np.ndarray, guess: np.ndarray, pair: _Pair) -> bool:
    return bool(np.allclose(have, guess, rtol=RTOL, atol=max(min(pair.atol, 1e-3), ATOL)))
