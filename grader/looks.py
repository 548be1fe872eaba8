"""How a comparison is shown on a page: small ones as tables, larger ones as line plots, heat maps or images."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.comparison import Comparison, Part
from grader.outcome import CheckResult
from grader.pictures import DIFFERENCE, heat_map, image
from grader.plots import Plot, plot

ROWS, COLUMNS = 12, 8
"""Of the largest table."""
IN_LIST = 16
"""Of the longest list of numbers in a table; a longer one is a line plot."""
IN_TABLE = 100
"""Rows of a plot's numbers."""
OWN_SCALE = 4
"""Two heat maps whose ranges differ so many times have a scale each."""


@dataclass(frozen=True)
class Cell:
    """One number of a table."""

    text: str
    wrong: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of the numbers of one array."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Picture:
    """One image of a comparison."""

    kind: str
    """`got`, `want` or `difference`."""
    url: str
    part: Part
    low: str = ""
    high: str = ""
    odd: bool = False
    """Whether NaN or infinity is in it."""


@dataclass(frozen=True)
class Look:
    """A comparison, ready for a template: one of the four is there."""

    comparison: Comparison
    pairs: tuple[tuple[str, Cell, str], ...] = ()
    """Place, what came, what was expected."""
    grids: tuple[Grid, Grid] | None = None
    pictures: tuple[Picture, ...] = ()
    plot: Plot | None = None


@dataclass(frozen=True)
class Curve:
    """A series over the steps of a training, with what was expected."""

    name: str
    plot: Plot | None
    rows: tuple[tuple[int, str, str], ...]
    """Step, what came, what was expected."""
    expected: bool


def look(comparison: Comparison) -> Look:
    """How to show it."""
    got, want = comparison.got.array(), comparison.want.array()
    if comparison.picture:
        parts = (("got", comparison.got, got), ("want", comparison.want, want))
        return Look(comparison, pictures=tuple(Picture(kind, image(values), part) for kind, part, values in parts))
    wrong = _wrong(comparison, got, want)
    if _is_list(got) and _is_list(want):
        if max(got.size, want.size) <= IN_LIST:
            return Look(comparison, pairs=_pairs(got.ravel(), want.ravel(), wrong.ravel()))
        step = comparison.want.step
        drawn = plot([("want", want.ravel().tolist()), ("got", got.ravel().tolist())], step=step)
        return Look(comparison, pairs=_pairs(got.ravel(), want.ravel(), wrong.ravel(), step)[:IN_TABLE], plot=drawn)
    got, want, wrong = np.atleast_2d(got), np.atleast_2d(want), np.atleast_2d(wrong)
    if all(len(values) <= ROWS and values.shape[1] <= COLUMNS for values in (got, want)):
        return Look(comparison, grids=(_grid(got, wrong), _grid(want, np.zeros(want.shape, bool))))
    return Look(comparison, pictures=tuple(_heat_maps(comparison, got, want)))


def curves(check: CheckResult) -> list[Curve]:
    """The curves of a check, each with its expected band."""
    bands = {name: (low, high) for name, low, high in check.bands}
    found = []
    for name, values in check.curves:
        band = bands.get(name)
        series: list[tuple[str, Sequence[float]]] = [("got", values)]
        if band:
            series.insert(0, ("want", [(low + high) / 2 for low, high in zip(*band, strict=True)]))
        found.append(Curve(name, plot(series, band, first=1), _steps(values, band), band is not None))
    return found


def _steps(
    values: Sequence[float], band: tuple[Sequence[float], Sequence[float]] | None
) -> tuple[tuple[int, str, str], ...]:
    rows = []
    for place in range(min(IN_TABLE, max(len(values), len(band[0]) if band else 0))):
        came = f"{values[place]:.4g}" if place < len(values) else "–"
        low, high = (band[0][place], band[1][place]) if band and place < len(band[0]) else (None, None)
        wanted = "" if low is None else f"{low:.4g}" if low == high else f"{low:.4g} … {high:.4g}"
        rows.append((place + 1, came, wanted))
    return tuple(rows)


def _wrong(comparison: Comparison, got: np.ndarray, want: np.ndarray) -> np.ndarray:
    if comparison.got.whole != comparison.want.whole:
        return np.zeros(got.shape, bool)
    with np.errstate(all="ignore"):
        near: np.ndarray = np.isclose(got, want, rtol=comparison.rtol, atol=comparison.atol, equal_nan=True)
    return ~near


def _is_list(values: np.ndarray) -> bool:
    return values.size == max(values.shape, default=1)


def _pairs(
    got: np.ndarray, want: np.ndarray, wrong: np.ndarray, step: int = 1
) -> tuple[tuple[str, Cell, str], ...]:
    rows = []
    for place in range(max(len(got), len(want))):
        came = Cell(_text(got[place]), bool(wrong[place])) if place < len(got) else Cell("–", True)
        rows.append((str(place * step), came, _text(want[place]) if place < len(want) else "–"))
    return tuple(rows)


def _grid(values: np.ndarray, wrong: np.ndarray) -> Grid:
    pairs = (zip(row.tolist(), marks.tolist(), strict=True) for row, marks in zip(values, wrong, strict=True))
    return Grid(tuple(tuple(Cell(_text(value), mark) for value, mark in row) for row in pairs))


def _text(value: float) -> str:
    return f"{value:.5g}"


def _heat_maps(comparison: Comparison, got: np.ndarray, want: np.ndarray) -> list[Picture]:
    sides = [("got", comparison.got, got), ("want", comparison.want, want)]
    sides = [side for side in sides if side[2].size]
    ranges = [_range(values) for _, _, values in sides]
    widths = sorted(high - low for low, high in ranges)
    if widths[-1] <= OWN_SCALE * widths[0]:
        ranges = [(min(low for low, _ in ranges), max(high for _, high in ranges))] * len(ranges)
    found = [
        Picture(kind, heat_map(values, *span), part, _text(span[0]), _text(span[1]), not np.isfinite(values).all())
        for (kind, part, values), span in zip(sides, ranges, strict=True)
    ]
    if comparison.got.whole == comparison.want.whole:
        with np.errstate(all="ignore"):
            difference = got - want
        most = max(map(abs, _range(difference)))
        url = heat_map(difference, -most, most, DIFFERENCE)
        odd = not np.isfinite(difference).all()
        found.append(Picture("difference", url, comparison.got, _text(-most), _text(most), odd))
    return found


def _range(values: np.ndarray) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
