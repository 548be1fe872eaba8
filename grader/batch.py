"""Grade many hand-ins: each one's result goes to the journal as it comes, and from there to the files."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field

from grader.errors import CourseError
from grader.handins import HandIn
from grader.plan import Work
from grader.pool import Pool
from grader.unit import Graded

TRIES = 3
"""How often a hand-in is tried whose grader died under it."""
AHEAD = 2
"""Units for each grader that are read before it is free: it never waits, and memory stays bounded."""
LOOK_S = 1.0


@dataclass
class Count:
    """How far a run is."""

    total: int
    graded: int = 0
    kept: int = 0
    notes: dict[str, str] = field(default_factory=dict)
    """Hand-ins that need a person, each with the reason."""
    faults: dict[str, str] = field(default_factory=dict)
    """Hand-ins that have no mark through a fault of the grader."""
    lacking: dict[str, str] = field(default_factory=dict)
    """Hand-ins that this machine cannot grade."""
    begun: float = field(default_factory=time.monotonic)

    @property
    def done(self) -> int:
        """Hand-ins that need no more work in this run."""
        return self.graded + self.kept + len(self.faults) + len(self.lacking)

    @property
    def pace(self) -> float:
        """Hand-ins graded each second, so far."""
        return self.graded / max(0.001, time.monotonic() - self.begun)


@dataclass
class _Flight:
    work: Work
    tries: int = 1


class Batch:
    """One run over a pool of graders."""

    def __init__(
        self,
        pool: Pool,
        count: Count,
        on_graded: Callable[[Work, Graded], None],
        on_kept: Callable[[HandIn], None],
        on_look: Callable[[], None] = lambda: None,
    ) -> None:
        self._pool = pool
        self._count = count
        self._on_graded = on_graded
        self._on_kept = on_kept
        self._on_look = on_look
        self._flying: dict[Future[Graded], _Flight] = {}
        self._again: deque[_Flight] = deque()

    def go(self, work: Iterable[Work | HandIn]) -> None:
        """Grade all of it.

        Raises:
            CourseError: no hand-in can be graded here, or no result can be kept.
        """
        coming = iter(work)
        while self._fill(coming) or self._flying:
            ready, _ = wait(self._flying, LOOK_S, FIRST_COMPLETED)
            lost = [flight for future in ready if (flight := self._land(future))]
            if lost:
                self._lose(lost)
            elif not ready and self._pool.failure():
                raise CourseError(f"{self._pool.failure()} What was graded is kept; go on with --resume.")
            self._on_look()

    def _fill(self, coming: Iterator[Work | HandIn]) -> bool:
        """Keep the graders busy; whether there is work left."""
        if self._again:  # each alone, so that the one under which graders die is found, and costs no other its mark
            if not self._flying:
                self._launch(self._again.popleft())
            return True
        while len(self._flying) < AHEAD * self._pool.size:
            item = next(coming, None)
            if item is None:
                return False
            if isinstance(item, HandIn):
                self._count.kept += 1
                self._on_kept(item)
            else:
                self._launch(_Flight(item))
        return True

    def _launch(self, flight: _Flight) -> None:
        try:
            future = self._pool.submit(flight.work.unit)
        except Exception as error:
            if not self._pool.lost(error):
                raise
            self._again.appendleft(flight)
            self._lose([])
            return
        self._flying[future] = flight

    def _land(self, future: "Future[Graded]") -> _Flight | None:
        """Take in a result; gives the flight back if its grader died."""
        flight = self._flying.pop(future)
        name = flight.work.hand_in.name
        try:
            graded = future.result()
        except (CourseError, KeyboardInterrupt):
            raise
        except (Exception, CancelledError) as error:
            if isinstance(error, CancelledError) or self._pool.lost(error):
                return flight
            graded = Graded(fault=f"{type(error).__name__}: {error}")
        if graded.report is None:
            (self._count.faults if graded.fault else self._count.lacking)[name] = graded.fault or graded.lacking
            return None
        self._count.graded += 1
        self._on_graded(flight.work, graded)
        if flight.work.unit.problem:
            self._count.notes[name] = flight.work.unit.problem
        return None

    def _lose(self, lost: list[_Flight]) -> None:
        """Graders died: those whose work they had are tried again, each a few times only."""
        if self._pool.mend():
            lost = [*lost, *self._flying.values()]
            self._flying.clear()
        for flight in lost:
            if flight.tries < TRIES:
                self._again.append(_Flight(flight.work, flight.tries + 1))
            else:
                self._count.faults[flight.work.hand_in.name] = "its grader died again and again"
