"""`@check`: a test function with points, a hint and the student's function that it is about."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Check:
    """What is known of a check before it runs."""

    id: str
    title: str
    function: str
    points: float
    hints: tuple[str, ...]
    held_back: bool
    cuda: bool
    seconds: float | None
    causes: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """The first of its hints: the question."""
        return self.hints[0] if self.hints else ""


def check(
    *,
    points: float,
    hint: str | tuple[str, ...],
    function: str,
    held_back: bool = False,
    cuda: bool = False,
    seconds: float | None = None,
    causes: tuple[str, ...] = (),
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a test function a check. Its docstring is the title: one line that says what is right.

    Args:
        points: what it is worth.
        hint: two or three texts that lead to the mistake without giving the line away, one at a time: a
            question, a pointer to the idea, nearly there. Only the question stands beside a failed check.
        function: the student's function or class it is about.
        held_back: not given to students; they see only its title and hint.
        cuda: needs a GPU.
        seconds: its time, where the exercise's `check_s` does not suit.
        causes: misconceptions that are often behind a failure, a sentence each; shown under the hint.

    The test function may take `student` (a `grader.student.Student`) and `rng` (a NumPy generator
    that is drawn afresh for each run).
    """

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        title = (inspect.getdoc(test) or "").split("\n")[0]
        name = test.__name__.removeprefix("test_")
        hints = (hint,) if isinstance(hint, str) else hint
        made = Check(name, title, function, points, tuple(filter(None, hints)), held_back, cuda, seconds, causes)
        test.check = made  # type: ignore[attr-defined]
        return test

    return decorate


def check_of(test: Any) -> Check | None:
    """The check that a test function is, if it is one."""
    made = getattr(test, "check", None)
    return made if isinstance(made, Check) else None
