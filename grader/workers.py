"""Where workers come from: forked from a zygote on Linux, else started one by one, behind the same methods."""

import os
import sys
import threading
from collections.abc import Sequence
from typing import Any, Protocol, Self

from grader.sandbox.policy import Policy
from grader.zygote import Hello, Zygote

VARIABLE = "COURSE_WORKER"
"""`spawn` starts workers one by one on Linux too."""
SPAWN = "spawn"


class AnyWorker(Protocol):
    """One process that serves one submission; see `grader.zygote.Worker` for what the methods promise."""

    printed: bytearray

    def hello(self) -> Hello:
        """The worker's first message."""

    def ask(
        self, request: dict[str, Any], deadline: float, keep: int, stop: threading.Event | None = None
    ) -> dict[str, Any]:
        """Send a request and wait for its reply."""

    def close(self) -> int | None:
        """End it, and give its exit code."""


class Workers(Protocol):
    """Makes workers that have `libraries`; see `grader.zygote.Zygote`."""

    libraries: tuple[str, ...]

    @property
    def alive(self) -> bool:
        """Whether it can make workers, or may come to it."""

    def __enter__(self) -> Self:
        """Ended when the `with` ends."""

    def __exit__(self, *_: object) -> None:
        """End all of it."""

    def wait_until_ready(self) -> None:
        """Wait for the imports."""

    def fork(self, policy: Policy) -> AnyWorker:
        """A new worker under the policy."""


def can_fork() -> bool:
    """Whether this system has what a zygote and its sandbox need."""
    return sys.platform == "linux" and os.environ.get(VARIABLE) != SPAWN


def workers(libraries: Sequence[str]) -> Workers:
    """A zygote, or where there can be none a spawner."""
    if can_fork():
        return Zygote(libraries)
    from grader.spawn import Spawner

    return Spawner(libraries)
