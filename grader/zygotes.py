"""The zygotes of one run, one for each set of libraries, started when first asked for."""

from contextlib import ExitStack

from grader.course import Exercise
from grader.workers import Workers, workers


class Zygotes:
    """Use as a context manager; all zygotes end with it."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, ...], Workers] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Zygotes":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start(self, exercise: Exercise) -> Workers:
        """The zygote for an exercise; it imports while the caller goes on. One that is gone is replaced."""
        made = self._made.get(exercise.libraries)
        if made is None or not made.alive:
            self._made[exercise.libraries] = self._stack.enter_context(workers(exercise.libraries))
        return self._made[exercise.libraries]
