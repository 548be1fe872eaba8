"""The graders of a Dask cluster: each of its workers is one, with the same course installed."""

import contextlib
import logging
import time
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any, cast

from grader.course import Course
from grader.errors import ClusterUnreachable, CourseError, LibraryMissing, WrongVersion
from grader.unit import Graded, Unit, grade_unit
from grader.version import Version, differences, version_of

GPU = "GPU"
"""The Dask resource of workers that have one."""
CONNECT_S = 10
CONNECT_TRIES = 3
WORKERS_S = 60
LOOK_S = 5.0


class ClusterPool:
    """Graders elsewhere. Use `cluster`."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address
        self._looked = 0.0
        self._size = 1
        self._executor = client.get_executor(pure=False)
        self._gpu_executor = client.get_executor(pure=False, resources={GPU: 1})
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        self.has_gpu = any(worker["resources"].get(GPU) for worker in workers)

    @property
    def size(self) -> int:
        """The workers there are now: a cluster may grow and shrink."""
        if time.monotonic() - self._looked > LOOK_S:
            self._looked = time.monotonic()
            self._size = max(1, len(self._client.nthreads()))
        return self._size

    def submit(self, unit: Unit) -> "Future[Graded]":
        """Have the unit graded; where its worker dies, the scheduler gives it to another one."""
        executor = self._gpu_executor if unit.only_cuda else self._executor
        return cast("Future[Graded]", executor.submit(grade_unit, unit))

    def mend(self) -> bool:
        """Wait for the scheduler, should it be gone; units of other workers go on."""
        if self.failure():
            raise ClusterUnreachable(f"{self.failure()} What was graded is kept; go on with --resume.")
        return False

    def failure(self) -> str:
        """Why no result will come any more."""
        deadline = time.monotonic() + CONNECT_S * CONNECT_TRIES
        while self._client.status != "running":
            if time.monotonic() > deadline or self._client.status == "closed":
                return f"The scheduler at {self._address} is gone."
            time.sleep(0.2)
        return ""

    def lost(self, error: BaseException) -> bool:
        """Whether worker after worker died with the unit."""
        from distributed import KilledWorker

        return isinstance(error, KilledWorker)


@contextlib.contextmanager
def cluster(address: str, versions: dict[str, Version]) -> Iterator[ClusterPool]:
    """The cluster of the scheduler at this address, once each of its workers has shown that it has these versions.

    Raises:
        LibraryMissing: `distributed` is not installed.
        ClusterUnreachable: no scheduler answers, or it has no worker.
        WrongVersion: a worker has other checks or libraries.
    """
    try:
        import distributed
    except ImportError as error:
        raise LibraryMissing("A cluster needs Dask: pip install 'course[cluster]'.") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    client = _connect(distributed.Client, address)
    try:
        _examine(client, address, versions)
        yield ClusterPool(client, address)
    finally:
        client.close()


def _connect(make: Any, address: str) -> Any:
    for _ in range(CONNECT_TRIES):
        try:
            return make(address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, TimeoutError) as error:
            reason = error
        except ValueError as error:
            raise ClusterUnreachable(f"{address} is no address of a scheduler, such as tcp://host:8786.") from error
    raise ClusterUnreachable(
        f"No scheduler answers at {address} ({type(reason).__name__}, tried {CONNECT_TRIES} times). Is it running?"
    )


def _examine(client: Any, address: str, versions: dict[str, Version]) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKERS_S)
    except TimeoutError as error:
        raise ClusterUnreachable(f"The scheduler at {address} has no worker. Start: dask worker {address}") from error
    try:
        found = client.run(_versions_here, list(versions))
    except CourseError:
        raise
    except Exception as error:
        raise WrongVersion(
            f"A worker cannot load the course ({type(error).__name__}: {error}); install the same one there."
        ) from error
    for worker, theirs in sorted(found.items()):
        for exercise, asked in versions.items():
            differing = differences(asked, theirs[exercise])
            if differing:
                raise WrongVersion(f"Worker {worker} has {differing} for {exercise}; install the same course there.")


def _versions_here(exercises: list[str]) -> dict[str, Version]:
    """What a worker has; runs there."""
    course = Course.find()
    return {name: version_of(course.exercise(name)) for name in exercises}
