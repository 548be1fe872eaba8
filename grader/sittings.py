"""All sittings of one submission: a worker for ordinary probes, and others where shortcuts are off or a GPU is used."""

import threading
from contextlib import ExitStack
from dataclasses import replace

from grader.sandbox.policy import Policy
from grader.sitting import Budget, Sitting
from grader.submission import Submission
from grader.tamper import TamperedSitting
from grader.workers import Workers


class Sittings:
    """Use as a context manager; every worker ends with it."""

    def __init__(
        self,
        zygote: Workers,
        submission: Submission,
        policy: Policy,
        *,
        strict: bool = False,
        stop: threading.Event | None = None,
        tamper: int | None = None,
    ) -> None:
        self._zygote = zygote
        self._submission = submission
        self._policy = policy
        self._strict = strict
        self._stop = stop
        self._tamper = tamper
        self._budget = Budget()
        self._stack = ExitStack()
        self._made: dict[tuple[bool, tuple[str, ...]], Sitting] = {}
        self._seats: dict[tuple[bool, tuple[str, ...]], Sitting | TamperedSitting] = {}

    def __enter__(self) -> "Sittings":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def of(self, *, cuda: bool, off: tuple[str, ...]) -> Sitting | TamperedSitting:
        """The sitting for probes that need a GPU or not, and have these groups of shortcuts switched off."""
        kind = (cuda, off)
        if kind not in self._seats:
            policy = replace(self._policy, cuda=cuda, off=off)
            made = Sitting(
                self._zygote, self._submission, policy, strict=self._strict, stop=self._stop, budget=self._budget
            )
            self._made[kind] = self._stack.enter_context(made)
            self._seats[kind] = made if self._tamper is None else TamperedSitting(made, self._tamper)
        return self._seats[kind]

    @property
    def layers(self) -> dict[str, str]:
        """What held of the sandbox, by a worker that was made; empty where none was."""
        return next((sitting.layers for sitting in self._made.values() if sitting.layers), {})

    @property
    def device(self) -> str:
        """The GPU's name, or `cpu`."""
        return next((sitting.device for sitting in self._made.values() if sitting.device != "cpu"), "cpu")
