"""A sitting whose answers were tampered with: what a hostile worker could send in place of true ones.

`course dev check` runs the checks against it. Whatever comes back, a check must end as one of the
student's outcomes; a check that trips over it would call a hostile hand-in our own fault.
"""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.sitting import Sitting

GARBAGE: tuple[Any, ...] = (
    None, True, 0, -1, 2**62, 0.5, float("nan"), "", "torch.Tensor", b"\xff", [], [None], [[]], {}, {"type": "list"},
    {"type": "torch.Tensor"}, {"type": 3}, np.zeros(0), np.full((1, 1), np.nan, np.float32),
    np.ones((2, 3, 4), np.int64), np.array([True]), np.zeros((3, 3), np.complex64), np.array(1.5),
)  # fmt: skip


class TamperedSitting:
    """Passes requests on, and changes one place in some of the answers."""

    def __init__(self, sitting: Sitting, seed: int) -> None:
        self._sitting = sitting
        self._random = random.Random(seed)
        self.limits = sitting.limits

    def load(self, output: bytearray) -> None:
        """As the real one."""
        self._sitting.load(output)

    def ask(self, request: dict[str, Any], seconds: float, output: bytearray) -> Any:
        """The real answer with one place changed."""
        answer = self._sitting.ask(request, seconds, output)
        places = list(_places(answer))
        place = self._random.choice(places)
        return _changed(answer, place, self._random.choice(GARBAGE))


def _places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to each value inside plain data, its own included."""
    yield above
    if type(value) is dict:
        for name, item in value.items():
            yield from _places(item, (*above, name))
    elif type(value) is list:
        for index, item in enumerate(value[:20]):
            yield from _places(item, (*above, index))


def _changed(value: Any, place: tuple[Any, ...], garbage: Any) -> Any:
    if not place:
        return garbage
    first, *rest = place
    copy = dict(value) if type(value) is dict else list(value)
    copy[first] = _changed(value[first], tuple(rest), garbage)
    return copy
