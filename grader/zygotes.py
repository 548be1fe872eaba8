"""The zygotes of one run, one for each set of libraries, started when first asked for."""

from contextlib import ExitStack

from grader.course import Exercise
from grader.zygote import Zygote


class Zygotes:
    """Use as a context manager; all zygotes end with it."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, ...], Zygote] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Zygotes":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start(self, exercise: Exercise) -> Zygote:
        """The zygote for an exercise; it imports while the caller goes on."""
        if exercise.libraries not in self._made:
            self._made[exercise.libraries] = self._stack.enter_context(Zygote(exercise.libraries))
        return self._made[exercise.libraries]
