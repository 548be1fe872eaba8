"""The unit of work of a batch: the bytes of one hand-in go in, a plain report comes out.

It runs in a process of its own, on this machine or on another: a grader, which keeps one warm zygote from
hand-in to hand-in. It holds no gradebook and writes no file of the course.
"""

import atexit
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.course import Course, Exercise
from grader.errors import CourseError, GraderFault, LibraryMissing, WrongVersion
from grader.limits import Limits
from grader.messages import Message
from grader.submission import Submission
from grader.version import Version, differences, version_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.broker import Counter, Lent
    from grader.grading import Options
    from grader.standing import Standing
    from grader.zygotes import Zygotes

TRIES = 2


@dataclass(frozen=True)
class Unit:
    """One hand-in to grade, as it travels."""

    exercise: str
    shown_as: str
    source: bytes
    problem: str | None
    """Why the file itself cannot be graded."""
    seed: int
    sandbox: str
    only_cuda: bool
    limits: dict[str, float]
    version: Version
    root: str | None = None
    """The course's folder, where grader and course share a disk."""
    notes: tuple[str, ...] = ()
    places: Mapping[int, str] = field(default_factory=dict)
    """Both as a `Submission` has them."""


@dataclass(frozen=True)
class Graded:
    """What came of a unit: a report as plain data, or why there is none."""

    report: dict[str, Any] | None = None
    fault: str = ""
    """Our fault: no mark, never the student's loss."""
    lacking: str = ""
    """What this machine lacks to grade it."""


def _own_zygotes() -> "Zygotes":
    from grader.zygotes import Zygotes

    return Zygotes()


@dataclass
class Grader:
    """What a process keeps between two hand-ins."""

    zygotes: "Zygotes | Lent | None" = None
    new_zygotes: "Callable[[], Zygotes | Lent]" = _own_zygotes
    libraries: tuple[str, ...] = ()
    checks: "Standing | None" = None
    exercise: Exercise | None = None
    course: Course | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def course_at(self, root: str | None) -> Course:
        """The course there, or the one around this process."""
        if self.course is None or (root and self.course.root != Path(root)):
            self.course = Course(Path(root)) if root else Course.find()
        return self.course

    def zygotes_for(self, exercise: Exercise) -> "Zygotes | Lent":
        """Hand-ins come in the order of their libraries: one zygote at a time is enough, and bounds the memory."""
        if self.zygotes is None or self.libraries != exercise.libraries:
            self.end()
            self.zygotes, self.libraries = self.new_zygotes(), exercise.libraries
        return self.zygotes

    def checks_for(self, exercise: Exercise) -> "Standing":
        """Hand-ins come in the order of their exercises, too."""
        from grader.grading import standing_checks

        if self.checks is None or self.exercise != exercise or not self.checks.usable:
            self.end_checks()
            self.checks, self.exercise = standing_checks(exercise).__enter__(), exercise
        return self.checks

    def end_checks(self) -> None:
        """Let the checks go."""
        checks, self.checks = self.checks, None
        if checks:
            checks.__exit__(None, None, None)

    def end(self) -> None:
        """End the zygote and all that it forked, and let the checks go."""
        self.end_checks()
        zygotes, self.zygotes = self.zygotes, None
        if zygotes:
            zygotes.__exit__()


_grader = Grader()


@atexit.register
def end_grader() -> None:
    """End this process's zygote and all that it forked."""
    _grader.end()


def borrow(counter: "Counter") -> None:
    """From now on take branches of the pool's zygotes, in place of zygotes of its own."""
    from grader.broker import Lent

    _grader.new_zygotes = lambda: Lent(counter)


def warm(root: str, exercise: str) -> None:
    """Start importing what an exercise needs."""
    wanted = _grader.course_at(root).exercise(exercise)
    _grader.zygotes_for(wanted).start(wanted)


def grade_unit(unit: Unit) -> Graded:
    """Grade it in this process.

    Raises:
        WrongVersion: this process has other checks or libraries than the batch.
        CourseError: nothing can be graded here, such as with a sandbox that is too weak.
    """
    from grader.grading import Options  # not at the top: the zygote imports torch while this imports pytest

    with _grader.lock:
        course = _grader.course_at(unit.root)
        exercise = course.exercise(unit.exercise)
        differing = differences(unit.version, version_of(exercise))
        if differing:
            raise WrongVersion(f"a worker has {differing}; install the same course there.")
        problem = None if unit.problem is None else Message(unit.problem)
        submission = Submission(exercise.name, unit.shown_as, unit.source, problem, unit.notes, unit.places)
        options = Options(
            seed=unit.seed,
            sandbox=unit.sandbox,
            only_cuda=unit.only_cuda,
            limits=Limits(**unit.limits),  # type: ignore[arg-type]
            hidden=course.hidden_folders(),
        )
        return _try_to_grade(exercise, submission, options)


def _try_to_grade(exercise: Exercise, submission: Submission, options: "Options") -> Graded:
    from grader.grading import grade

    fault = ""
    report = None
    for _ in range(TRIES):
        try:
            zygote, checks = _grader.zygotes_for(exercise).start(exercise), _grader.checks_for(exercise)
            report = grade(exercise, submission, zygote, options, standing=checks)
            if not report.faulty:
                break
        except LibraryMissing as error:
            _grader.end()
            return Graded(lacking=str(error))
        except CourseError:
            raise
        except GraderFault as error:
            fault = str(error)
        except Exception as error:  # one bad hand-in never stops the rest
            fault = f"{type(error).__name__}: {error}"
        _grader.end()  # a fresh zygote for the next try
    return Graded(report=report.plain()) if report else Graded(fault=fault)
