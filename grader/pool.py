"""Where units are graded: processes of this machine, or a cluster, behind the interface of `concurrent.futures`."""

import atexit
import contextlib
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from grader.broker import Broker, Counter
from grader.course import Course
from grader.unit import Graded, Unit, borrow, end_grader, grade_unit, warm
from grader.workers import can_fork

END_S = 20


class Pool(Protocol):
    """What a batch needs of the place where it runs."""

    size: int
    """How many units run at once."""
    has_gpu: bool
    """Whether GPU checks run apart from the others, on graders of their own."""

    def submit(self, unit: Unit) -> "Future[Graded]":
        """Have the unit graded."""

    def mend(self) -> bool:
        """Make it fit for work again after a grader was lost; whether all units in it are lost."""

    def failure(self) -> str:
        """Why no result will come any more; empty while all is well."""

    def lost(self, error: BaseException) -> bool:
        """Whether the error says that a grader died, so that the unit can be tried again."""


class LocalPool:
    """Graders on this machine. Use `local_pool`."""

    def __init__(self, workers: int, root: Path, first: str, scratch: str) -> None:
        self.size = workers
        self.has_gpu = False
        self._scratch = scratch
        self._root = root
        self._first = first
        self._broker = ExitStack()
        self._executor = self._new()

    def submit(self, unit: Unit) -> "Future[Graded]":
        """Have the unit graded."""
        return self._executor.submit(grade_unit, unit)

    def mend(self) -> bool:
        """A pool that lost a process ends all others and takes no more work: a new one."""
        self._executor.shutdown(cancel_futures=True)
        self._broker.close()
        self._executor = self._new()
        return True

    def failure(self) -> str:
        """Nothing on this machine."""
        return ""

    def lost(self, error: BaseException) -> bool:
        """Whether a process of the pool died."""
        return isinstance(error, BrokenProcessPool)

    def close(self, *, at_once: bool) -> None:
        """End all graders, `at_once` with what they are at."""
        children = multiprocessing.active_children()
        if at_once:
            for child in children:
                child.terminate()
        self._executor.shutdown(cancel_futures=True)
        for child in children:
            child.join(END_S)
        self._broker.close()

    def _new(self) -> Executor:
        counter = None
        if can_fork():
            broker = self._broker.enter_context(Broker())
            broker.start(Course(self._root).exercise(self._first).libraries)
            counter = broker.counter
        return ProcessPoolExecutor(
            self.size,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_become_grader,
            initargs=(str(self._root), self._first, self._scratch, counter),
        )


@contextlib.contextmanager
def local_pool(workers: int, root: Path, first: str) -> Iterator[LocalPool]:
    """Graders on this machine, which import what the exercise `first` needs while the batch gets ready."""
    with tempfile.TemporaryDirectory(prefix="course-batch-", ignore_cleanup_errors=True) as scratch:
        os.chmod(scratch, 0o711)  # a worker has a user id of its own and must get to its folder
        pool = LocalPool(workers, root, first, scratch)
        try:
            yield pool
        except BaseException:
            pool.close(at_once=True)
            raise
        pool.close(at_once=False)


def _become_grader(root: str, first: str, scratch: str, counter: Counter | None) -> None:
    tempfile.tempdir = scratch
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the batch, which ends its graders
    signal.signal(signal.SIGTERM, lambda *_: _leave(1))
    atexit.register(_leave, 0)
    threading.Thread(target=_end_with_the_batch, args=[scratch], daemon=True).start()
    if counter:
        borrow(counter)
    warm(root, first)


def _end_with_the_batch(scratch: str) -> None:
    """A batch that is killed leaves no process and no file behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    try:
        end_grader()
        shutil.rmtree(scratch, ignore_errors=True)
    finally:
        os._exit(1)


def _leave(code: int) -> None:
    """At the end, too: nothing is left to do, and taking the libraries down in order takes as long as a hand-in."""
    try:
        end_grader()
    finally:
        os._exit(code)
