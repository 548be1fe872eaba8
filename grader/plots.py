"""The geometry of a line plot, for an SVG element: lines, the expected band, ticks."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 400, 220
LEFT, RIGHT, TOP, BOTTOM = 68, 12, 12, 30
DECADES = 50
"""Positive values whose largest is so many times the smallest are drawn on a logarithmic axis."""
DOTS = 40
TICKS = 4


@dataclass(frozen=True)
class Line:
    """A polyline of the plot."""

    style: str
    """`got` or `want`, as the style sheet has it."""
    points: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """As SVG's `points`."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)


@dataclass(frozen=True)
class Plot:
    """All that the SVG element shows, in its own units."""

    lines: tuple[Line, ...]
    band: str
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    logarithmic: bool
    dots: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def plot(
    series: Sequence[tuple[str, Sequence[float]]],
    band: tuple[Sequence[float], Sequence[float]] | None = None,
    first: int = 0,
    step: int = 1,
) -> Plot | None:
    """The plot of some series over their places, which count from `first` by `step`.

    Values that are not finite leave a gap at the end of a line. None where nothing can be drawn.
    """
    cut = [(style, _until_odd(values)) for style, values in series]
    edges = (_until_odd(band[0]), _until_odd(band[1])) if band else ((), ())
    every = [value for values in (*(values for _, values in cut), *edges) for value in values]
    if not every:
        return None
    low, high = min(every), max(every)
    logarithmic = low > 0 and high / low > DECADES
    scale: Callable[[float], float] = math.log10 if logarithmic else float
    bottom, top = scale(low), scale(high)
    if not math.isfinite(top - bottom):
        return None
    if top == bottom:
        bottom, top = bottom - 0.5 * (abs(bottom) or 1), top + 0.5 * (abs(top) or 1)
    count = max(len(values) for values in (*(values for _, values in cut), *edges))

    def x(place: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (place / (count - 1) if count > 1 else 0.5)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * ((scale(value) - bottom) / (top - bottom))

    def points(values: Sequence[float]) -> tuple[tuple[float, float], ...]:
        return tuple((x(place), y(value)) for place, value in enumerate(values))

    outline = (*points(edges[0]), *reversed(points(edges[1])))
    return Plot(
        lines=tuple(Line(style, points(values)) for style, values in cut if values),
        band=" ".join(f"{px:.1f},{py:.1f}" for px, py in outline),
        x_ticks=tuple((x((tick - first) / step), f"{tick:g}") for tick in _whole(first, first + (count - 1) * step)),
        y_ticks=tuple((y(tick), f"{tick:.4g}") for tick in _ticks(low, high, bottom, top, logarithmic)),
        logarithmic=logarithmic,
        dots=count <= DOTS,
    )


def _until_odd(values: Sequence[float]) -> tuple[float, ...]:
    for place, value in enumerate(values):
        if not math.isfinite(value):
            return tuple(values[:place])
    return tuple(values)


def _ticks(low: float, high: float, bottom: float, top: float, logarithmic: bool) -> list[float]:
    if not logarithmic:
        return _round(bottom, top)
    powers = range(math.ceil(bottom), math.floor(top) + 1)
    return [10.0**power for power in powers[:: max(1, math.ceil(len(powers) / (TICKS + 1)))]]


def _round(low: float, high: float) -> list[float]:
    """About `TICKS` round numbers in between."""
    rough = (high - low) / TICKS
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(unit * size for size in (1, 2, 5, 10) if unit * size >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [place * step for place in range(first, math.floor(high / step + 1e-9) + 1)]


def _whole(low: int, high: int) -> list[int]:
    return sorted({round(tick) for tick in _round(low, high)}) if high > low else [low]
