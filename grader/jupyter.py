"""`check`, for the test cells of a notebook: grade the code that was run, in the sandbox, and say what is wrong."""

import atexit
import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.course import Course
from grader.errors import CourseNotFound, UnknownExercise
from grader.zygotes import Zygotes

if TYPE_CHECKING:
    from grader.outcome import CheckResult


WIDTH = 88
"""Letters to a line: a notebook breaks longer ones inside of words."""


class CheckNotPassed(AssertionError):
    """Ends a test cell whose check is not passed; a notebook shows its words and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


def check(exercise: str, name: str) -> None:
    """Run one check on the code of the cells that were run so far.

    Args:
        exercise: the exercise's id, such as `ex03`.
        name: the check's id.

    Raises:
        CheckNotPassed: it is not passed; the message and the hint are its text.
        UnknownExercise: there is no such exercise, or no such check.
    """
    from grader.grading import Options, checks_of, grade
    from grader.notebook import Cell, module_of_cells
    from grader.outcome import Status
    from grader.submission import Submission

    try:
        course = Course.find()
    except CourseNotFound:
        course = Course(Path.cwd())
    chosen = course.exercise(exercise)
    if not any(known.id == name for known in checks_of(chosen.checks)):
        raise UnknownExercise("{exercise} has no check {name}. Take the notebook from the release again.",
                              exercise=chosen.id, name=name)  # fmt: skip
    module = module_of_cells([Cell(number, text) for number, text in enumerate(_cells_run()) if text], chosen.name)
    submission = Submission(chosen.name, "the cells that were run", module.source, places=module.places)
    options = Options(only_check=name, hidden=course.hidden_folders())
    (result,) = grade(chosen, submission, _zygotes().start(chosen), options).checks
    text = words(result, module.notes)
    if result.status not in (Status.PASSED, Status.SKIPPED):
        raise CheckNotPassed(text)
    print(text)


def words(result: "CheckResult", notes: list[str]) -> str:
    """What a student reads under a test cell."""
    from grader.outcome import Status
    from grader.render import MARKS, WORDS, points

    mark, _ = MARKS[result.status]
    lines = [f"{mark} {WORDS[result.status]}, {points(result.points)} of {points(result.max_points)} points"]
    if result.status in (Status.PASSED, Status.SKIPPED):
        return lines[0]
    lines += [wrapped for line in result.message.splitlines() for wrapped in textwrap.wrap(line, WIDTH) or [""]]
    lines += textwrap.wrap(f"Hint: {result.hint}", WIDTH, subsequent_indent="      ")
    if result.output.strip():
        lines += ["Your code printed:", *result.output.rstrip().splitlines()[:12]]
    lines += [wrapped for note in notes if "syntax error" in note for wrapped in textwrap.wrap(note, WIDTH)]
    return "\n".join(lines)


def _cells_run() -> list[str]:
    """The texts of the cells that this kernel ran, by their number; the first has none."""
    from IPython import get_ipython

    shell: Any = get_ipython()
    if shell is None:
        raise RuntimeError("grader.jupyter.check is for the test cells of a notebook; in a terminal use course grade.")
    return list(shell.user_ns["In"])


@cache
def _zygotes() -> Zygotes:
    """Kept for the kernel's life, so that only the first test cell waits for torch."""
    zygotes = Zygotes().__enter__()
    atexit.register(zygotes.__exit__)
    return zygotes
