"""The `student` of a check: calls probes on the submission and gives back plain data."""

import hashlib
import math
import time
from collections.abc import Callable, Sequence
from typing import Any

from grader.comparison import MAX_VALUES
from grader.errors import Invalid
from grader.probe import Probe
from grader.sitting import Sitting
from grader.tamper import TamperedSitting


class Reply(dict[str, Any]):
    """A dict that came from a worker: a field that is not there is the worker's fault."""

    def __missing__(self, name: str) -> Any:
        raise Invalid("What came back lacks {name}.", name=name)


class Student:
    """One check's view of the submission."""

    def __init__(
        self,
        seat: Callable[[tuple[str, ...]], Sitting | TamperedSitting],
        seed: int,
        seconds: float,
        data: list[str],
    ) -> None:
        self.data = data
        """The folders that the checks file names in `DATA`, as the worker sees them."""
        self.output = bytearray()
        self.curves: list[tuple[str, tuple[float, ...]]] = []
        self.bands: list[tuple[str, tuple[float, ...], tuple[float, ...]]] = []
        self._seat = seat
        self._seed = seed
        self._calls = 0
        self._left_s = seconds

    def call(self, probe: Probe, *args: object, **kwargs: object) -> Any:
        """Run the probe in the worker with the student's module and these plain arguments.

        Returns:
            Plain data. Dicts are `Reply`s, in which a missing field ends the check as invalid.

        Raises:
            CheckStopped: there is no answer; pytest sees it, the check need not catch it.
        """
        request = {
            "do": "call",
            "probe": probe.name,
            "source": probe.source,
            "args": list(args),
            "kwargs": kwargs,
            "seed": self._worker_seed(),
        }
        sitting = self._seat(probe.off)
        sitting.load(self.output)
        started = time.monotonic()
        try:
            return _with_replies(sitting.ask(request, self._left_s, self.output))
        finally:
            self._left_s = max(0.1, self._left_s - (time.monotonic() - started))

    def plot(
        self, name: str, values: Sequence[float], expected: Sequence[float] | None = None, *, within: float = 0.0
    ) -> None:
        """Leave a curve for the student to look at, such as the loss of each epoch.

        Args:
            name: what it shows.
            values: a number for each step; what comes after one that is not finite is left out.
            expected: what it should be at each step.
            within: how far off it may be, in proportion.
        """
        numbers = [float(value) for value in values][:MAX_VALUES]
        odd = [place for place, number in enumerate(numbers) if not math.isfinite(number)]
        numbers = numbers[: odd[0]] if odd else numbers
        if numbers:
            self.curves.append((name, tuple(numbers)))
            if expected is not None:
                middle = [float(value) for value in expected][:MAX_VALUES]
                low = tuple(value - within * abs(value) for value in middle)
                self.bands.append((name, low, tuple(value + within * abs(value) for value in middle)))

    def _worker_seed(self) -> int:
        """A seed for the worker's own generators, from which the check's inputs cannot be worked out."""
        self._calls += 1
        digest = hashlib.blake2b(f"{self._seed}/{self._calls}".encode(), digest_size=4)
        return int.from_bytes(digest.digest(), "big")


def _with_replies(value: Any) -> Any:
    if type(value) is dict:
        return Reply({name: _with_replies(item) for name, item in value.items()})
    if type(value) is list:
        return [_with_replies(item) for item in value]
    return value
