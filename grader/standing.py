"""pytest with one checks file collected, kept up from submission to submission.

Starting pytest and collecting the checks takes longer than most checks do, and is the same for every hand-in. Here it
happens once, in a thread of its own that then waits for runs: all through pytest's own hooks.
"""

import queue
import threading
from collections.abc import Callable, Generator
from types import TracebackType
from typing import Any, Protocol

import numpy as np
import pytest

from grader.errors import BrokenChecks
from grader.student import Student

END_S = 10


class Run(Protocol):
    """One submission's run, as `grader.grading` has it."""

    def wants(self, item: pytest.Item) -> bool:
        """Whether the check belongs to the run."""

    def student_for(self, item: pytest.Item) -> Student:
        """The submission, as the check may use it."""

    def rng_for(self, item: pytest.Item) -> np.random.Generator:
        """A generator for the check's inputs."""

    def note(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Take in the end of a check."""


class Standing:
    """Use as a context manager. Runs come one at a time."""

    def __init__(self, start: Callable[[object], int | pytest.ExitCode], set_up: Callable[[pytest.Item], None]) -> None:
        """`start` runs pytest with the plugin it is given; `set_up` is called before each check."""
        self._start = start
        self._set_up = set_up
        self._asked: queue.SimpleQueue[Run | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()
        self._over: BaseException | None = None
        self._stopped = False
        self._run: Run
        self._thread = threading.Thread(target=self._serve, name="checks", daemon=True)

    def __enter__(self) -> "Standing":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._asked.put(None)
        self._thread.join(END_S)

    @property
    def usable(self) -> bool:
        """Whether it takes another run."""
        return self._over is None and not self._stopped

    def go(self, run: Run) -> None:
        """Run the checks.

        Raises:
            BrokenChecks: they cannot be collected.
        """
        if self._over is None:
            self._asked.put(run)
            self._over = self._done.get()
        if self._over is not None:
            raise self._over

    def _serve(self) -> None:
        problem = "it ended too early"
        try:
            code = pytest.ExitCode(self._start(self))
            problem = code.name
        except BaseException as error:
            problem = f"{type(error).__name__}: {error}"
        finally:
            self._done.put(BrokenChecks(f"pytest could not run the checks ({problem})."))

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """The submission, as the check may use it."""
        return self._run.student_for(request.node)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """A generator for the check's inputs."""
        return self._run.rng_for(request.node)

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """As for a single run: nobody reads pytest's own traceback of a check."""
        config.option.tbstyle = "value"

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """What makes the checks file unusable."""
        if report.failed:
            raise BrokenChecks(f"{report.nodeid} cannot be collected:\n{report.longreprtext}")

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Before each check."""
        self._set_up(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, Any, Any]:
        """At the end of each check."""
        report = yield
        self._run.note(item, call)
        return report

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of one walk through the checks: one for each run, until there is none."""
        while (run := self._asked.get()) is not None:
            self._run = run
            items = [item for item in session.items if run.wants(item)]
            for place, item in enumerate(items):
                after = items[place + 1] if place + 1 < len(items) else None
                session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if session.shouldstop:
                    self._stopped = True  # pytest does not take that back
                    break
            self._done.put(None)
            if self._stopped:
                break
        return True
