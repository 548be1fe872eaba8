"""The gradebook: nbgrader's own database, filled from reports, read for exports."""

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from grader.course import Exercise
from grader.errors import CourseError, LibraryMissing
from grader.outcome import CheckResult, Report, Status

COURSE_ID = "course"
"""The one course of a gradebook. nbgrader's empty default breaks PostgreSQL's foreign keys."""
TRIES = 4
WAIT_S = 0.25
LONGEST_ID = 128

T = TypeVar("T")


@dataclass(frozen=True)
class Person:
    """A student, as far as the gradebook knows one."""

    id: str
    first_name: str
    last_name: str
    email: str
    platform_id: str
    """The id of the learning platform, where somebody entered one."""


@dataclass(frozen=True)
class Mark:
    """What one student has for one exercise."""

    student: str
    exercise: str
    score: float
    """After the penalty for lateness, with extra credit and what a person changed by hand."""
    max_score: float
    penalty: float
    needs_review: bool
    """Whether a person has still to look at a check: it waits for a GPU, the grader failed, or a mark by hand met a
    regrade."""
    handed_in_at: datetime | None
    late_s: float = 0.0
    """Seconds after it was due."""


class Gradebook:
    """The marks of a course. Use as a context manager.

    A mark that a person set by hand is never changed; the automatic one is kept beside it.
    """

    def __init__(self, url: str) -> None:
        """Open the gradebook, and make it where there is none.

        Args:
            url: `sqlite:///path/gradebook.db`, `postgresql://user@host/name`, or the path of an SQLite file.

        Raises:
            LibraryMissing: nbgrader or the database's driver is not installed.
            CourseError: the database cannot be reached.
        """
        self.url = gradebook_url(url)
        try:
            from nbgrader import api
        except ImportError as error:
            raise LibraryMissing("The gradebook needs nbgrader: pip install 'course[nbgrader]'.") from error
        self._api = api
        self._prepared: set[str] = set()
        with own_programs_on_path():
            self._book = self._persistently(lambda: api.Gradebook(self.url, COURSE_ID), lambda: None)

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._book.close()

    def record(
        self, student: str, exercise: Exercise, report: Report, *, handed_in_at: datetime | None = None
    ) -> None:
        """Write the marks of one hand-in, all or none.

        Only checks that the report has are written, so a run with `--only cuda` adds to an earlier one. A check that
        waits for a GPU keeps the mark that an earlier run on a GPU gave, unless this is a newer hand-in.

        Args:
            student: the id, as in the folder's name.
            exercise: what was graded.
            report: how it went.
            handed_in_at: when it was handed in, with a time zone; None leaves what the gradebook knows.

        Raises:
            CourseError: the database cannot be reached, stays locked, or the student's id cannot be stored.
        """
        if not student or len(student) > LONGEST_ID or "\0" in student:
            raise CourseError(
                "{id} cannot be a student's id: it must have 1 to {most} characters.", id=repr(student[:40]),
                most=LONGEST_ID,
            )  # fmt: skip
        self._persistently(lambda: self._record(student, exercise, report, handed_in_at), self._undo)

    def students(self) -> tuple[Person, ...]:
        """Everybody in the gradebook, by id."""

        def read() -> tuple[Person, ...]:
            found = (
                Person(row.id, row.first_name or "", row.last_name or "", row.email or "", row.lms_user_id or "")
                for row in self._book.students
            )
            return tuple(sorted(found, key=lambda person: person.id))

        return self._persistently(read, self._undo)

    def exercises(self) -> dict[str, float]:
        """Every exercise that the gradebook has, by name, with its points."""

        def read() -> dict[str, float]:
            rows = self._book.db.query(self._api.Assignment).order_by(self._api.Assignment.name)
            return {row.name: float(row.max_score or 0) for row in rows}

        return self._persistently(read, self._undo)

    def scores(self) -> tuple[Mark, ...]:
        """Every mark, by student and exercise. Who handed nothing in has none."""

        def read() -> tuple[Mark, ...]:
            marks = (self._mark(row) for row in self._book.db.query(self._api.SubmittedAssignment))
            return tuple(sorted(marks, key=lambda mark: (mark.student, mark.exercise)))

        return self._persistently(read, self._undo)

    def _mark(self, row: Any) -> Mark:
        penalty = float(row.late_submission_penalty or 0)
        return Mark(
            student=row.student_id,
            exercise=row.assignment.name,
            score=max(0.0, float(row.score or 0) - penalty),
            max_score=float(row.max_score or 0),
            penalty=penalty,
            needs_review=bool(row.needs_manual_grade),
            handed_in_at=row.timestamp.replace(tzinfo=UTC) if row.timestamp else None,
            late_s=float(row.total_seconds_late) if row.assignment.duedate else 0.0,
        )

    def _record(self, student: str, exercise: Exercise, report: Report, handed_in_at: datetime | None) -> None:
        db, api = self._book.db, self._api
        cells = self._cells(exercise)
        if db.get(api.Student, student) is None:
            db.add(api.Student(id=student))
        submission = self._submission(student, exercise.name)
        at = handed_in_at.astimezone(UTC).replace(tzinfo=None) if handed_in_at else None
        newer = bool(at and submission.timestamp and at > submission.timestamp)
        submission.timestamp = at or submission.timestamp
        (notebook,) = (part for part in submission.notebooks if part.name == exercise.name)
        grades = {grade.cell_id: grade for grade in notebook.grades}
        for check in report.checks:
            cell = cells[check.id]
            grade = grades.get(cell.id)
            if grade is None:
                grade = api.Grade(cell_id=cell.id, notebook=notebook)
                db.add(grade)
            _set_score(grade, check, newer)
        db.flush()
        self._set_penalty(exercise, submission, notebook)
        db.commit()

    def _cells(self, exercise: Exercise) -> dict[str, Any]:
        """The grade cell of each check, made where it is missing."""
        from grader.grading import checks_of

        db, api = self._book.db, self._api
        assignment = db.query(api.Assignment).filter_by(name=exercise.name).one_or_none()
        if assignment is None:
            assignment = api.Assignment(name=exercise.name, course_id=COURSE_ID)
            db.add(assignment)
            db.flush()
        notebook = db.query(api.Notebook).filter_by(name=exercise.name, assignment_id=assignment.id).one_or_none()
        if notebook is None:
            notebook = api.Notebook(name=exercise.name, assignment=assignment)
            db.add(notebook)
            db.flush()
        cells = {cell.name: cell for cell in db.query(api.GradeCell).filter_by(notebook_id=notebook.id)}
        for check in checks_of(exercise.checks):
            cell = cells.get(check.id)
            if cell is None:
                cell = cells[check.id] = api.GradeCell(name=check.id, notebook=notebook, cell_type="code")
                db.add(cell)
            cell.max_score = check.points
        db.flush()
        return cells

    def _submission(self, student: str, name: str) -> Any:
        db, api = self._book.db, self._api
        assignment = db.query(api.Assignment).filter_by(name=name).one()
        found = db.query(api.SubmittedAssignment).filter_by(assignment_id=assignment.id, student_id=student)
        submission = found.one_or_none()
        if submission is None:
            submission = api.SubmittedAssignment(assignment=assignment, student_id=student)
            db.add(submission)
            db.flush()
        if not any(part.name == name for part in submission.notebooks):
            (notebook,) = (part for part in assignment.notebooks if part.name == name)
            part = api.SubmittedNotebook(notebook=notebook, assignment=submission)
            db.add(part)
            for cell in notebook.solution_cells:
                db.add(api.Comment(cell_id=cell.id, notebook=part))
            db.flush()
        return submission

    def _set_penalty(self, exercise: Exercise, submission: Any, notebook: Any) -> None:
        """When it was due, where `course.toml` says so, and what being late costs."""
        from grader.late import Policy

        policy = Policy.of(exercise.root)
        due = policy.due.get(exercise.id)
        if due:
            submission.assignment.duedate = due.replace(tzinfo=None)
        self._book.db.flush()
        self._book.db.refresh(notebook)
        late_s = submission.total_seconds_late if submission.assignment.duedate else 0
        notebook.late_submission_penalty = policy.penalty(float(notebook.score or 0), late_s) if late_s else None

    def _undo(self) -> None:
        with contextlib.suppress(Exception):  # the connection may be gone; the next try opens another
            self._book.db.rollback()

    def _persistently(self, work: Callable[[], T], undo: Callable[[], None]) -> T:
        """Do the work, again where another program held the database or was quicker to add the same row."""
        from sqlalchemy import exc

        for attempt in range(1, TRIES + 1):
            try:
                return work()
            except (exc.ArgumentError, exc.NoSuchModuleError) as error:
                raise CourseError(
                    "{url} names no database that SQLAlchemy knows: {reason}.", url=_shown(self.url), reason=error
                ) from error
            except ModuleNotFoundError as error:
                raise LibraryMissing(
                    "The database's driver is missing: {reason}. Install it with pip.", reason=error
                ) from error
            except (exc.DBAPIError, self._api.InvalidEntry) as error:
                undo()
                if attempt == TRIES:
                    raise _unusable(self.url, error) from error
                time.sleep(WAIT_S * 2**attempt)
        raise AssertionError("the loop returns or raises")


def gradebook_url(url: str) -> str:
    """The URL of a database; a plain path is that of an SQLite file."""
    import importlib.util

    if "://" not in url:
        return f"sqlite:///{Path(url).absolute()}"
    kind, rest = url.split("://", 1)
    if kind in ("postgresql", "postgres"):
        # nbgrader leaves the driver to the caller; pg8000 is the one this package installs.
        chosen = "psycopg2" if importlib.util.find_spec("psycopg2") else "pg8000"
        return f"postgresql+{chosen}://{rest}"
    return url


def _set_score(grade: Any, check: CheckResult, newer: bool) -> None:
    """The automatic mark of one check; that of a person stands, and is shown for review after a regrade."""
    if check.status is Status.GRADER_ERROR:
        grade.auto_score = None
    elif check.status is not Status.SKIPPED:
        grade.auto_score = float(check.points)
    elif newer:
        grade.auto_score = None
    grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None


def _unusable(url: str, error: Exception) -> CourseError:
    reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
    if "locked" in reason:
        return CourseError(
            "The gradebook {url} stays locked by another program. Close it there, then try again.", url=_shown(url)
        )
    return CourseError(
        "The gradebook {url} cannot be used: {reason}. Check the address, and that the database is up.",
        url=_shown(url), reason=reason,
    )  # fmt: skip


def _shown(url: str) -> str:
    """The address without its password."""
    return re.sub(r"(?<=:)[^:/@]+(?=@)", "***", url)


@contextlib.contextmanager
def own_programs_on_path() -> Iterator[None]:
    """Inside a `with`: nbgrader calls the program `alembic` by its name when it makes a gradebook."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before
