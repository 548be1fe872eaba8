"""The hand-ins in a folder laid out as nbgrader's: `DIR/{student}/{exercise}/…`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grader.choice import OURS, few, read_hand_in
from grader.course import Course, Exercise
from grader.errors import CourseError, UnknownExercise
from grader.submission import Submission
from grader.text import printable

LAYOUT = "{student}/{exercise}/, such as alice/ex03_sgd/ex03_sgd.py"
MOST_TIMESTAMP_BYTES = 200


@dataclass(frozen=True)
class HandIn:
    """What one student handed in for one exercise: a folder, not read yet."""

    student: str
    exercise: Exercise
    folder: Path

    @property
    def name(self) -> str:
        """`alice/ex03_sgd`, fit to be shown."""
        return printable(f"{self.student}/{self.exercise.name}")

    def read(self) -> Submission:
        """The file that counts; where none does, a submission that says why. Never raises for what lies there."""
        return read_hand_in(self.student, self.folder, self.exercise)

    @property
    def handed_in_at(self) -> datetime | None:
        """The time in nbgrader's `timestamp.txt`, where there is one."""
        try:
            with (self.folder / OURS).open("rb") as file:
                text = file.read(MOST_TIMESTAMP_BYTES).decode("ascii", "replace").strip()
            return datetime.fromisoformat(text.removesuffix(" UTC") + ("+00:00" if text.endswith(" UTC") else ""))
        except (OSError, ValueError):
            return None


@dataclass(frozen=True)
class Found:
    """The hand-ins of a folder, in the order to grade them, and what else lies there."""

    hand_ins: tuple[HandIn, ...]
    ignored: tuple[str, ...]
    """A sentence for each thing that is no hand-in."""


def find_hand_ins(
    folder: Path, course: Course, exercises: tuple[str, ...] = (), students: tuple[str, ...] = ()
) -> Found:
    """All hand-ins, or those of the exercises and students that are named.

    Raises:
        CourseError: no such folder, nothing in it, or a name that is not there.
    """
    wanted = {course.exercise(name).name for name in exercises}
    hand_ins: dict[tuple[str, str], HandIn] = {}
    ignored: list[str] = []
    seen = set()
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "does not exist"
        raise CourseError(f"{folder} {what}; expected a folder with {LAYOUT}.")
    for student in _subfolders(folder, ignored):
        seen.add(student.name)
        for place in _subfolders(student, ignored):
            _add(place, course, hand_ins, ignored)
    _known(students, seen, folder)
    if not hand_ins:
        there = few(ignored) or "nothing"
        raise CourseError(f"No hand-in in {folder}: expected {LAYOUT}; found {there}.{_hint(folder)}")
    chosen = [
        hand_in
        for hand_in in hand_ins.values()
        if (not wanted or hand_in.exercise.name in wanted) and (not students or hand_in.student in students)
    ]
    if not chosen:
        raise CourseError(f"No hand-in of {', '.join([*students, *exercises])} in {folder}.")
    libraries = {hand_in.exercise.name: hand_in.exercise.libraries for hand_in in chosen}
    chosen.sort(key=lambda hand_in: (libraries[hand_in.exercise.name], hand_in.exercise.name, hand_in.student))
    return Found(tuple(chosen), tuple(ignored))


def _add(place: Path, course: Course, hand_ins: dict[tuple[str, str], HandIn], ignored: list[str]) -> None:
    student = place.parent.name
    try:
        exercise = course.exercise(place.name)
    except UnknownExercise:
        ignored.append(printable(f"{student}/{place.name} (no exercise of this course)"))
        return
    other = hand_ins.get((student, exercise.name))
    if other:
        ignored.append(printable(f"{student}/{place.name} (the same exercise as {other.folder.name})"))
        return
    hand_ins[student, exercise.name] = HandIn(student, exercise, place)


def _subfolders(folder: Path, ignored: list[str]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        ignored.append(printable(f"{folder.name} (cannot be read: {error.strerror})"))
        return
    for entry in entries:
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir() or entry.is_symlink():
            yield Path(entry.path)
        else:
            ignored.append(printable(f"{folder.name}/{entry.name} (no folder)"))


def _known(students: tuple[str, ...], seen: set[str], folder: Path) -> None:
    import difflib

    for student in students:
        if student not in seen:
            near = difflib.get_close_matches(student, seen, n=1)
            suggestion = f" Did you mean {near[0]}?" if near else ""
            raise CourseError(f"No student {student} in {folder}.{suggestion}")


def _hint(folder: Path) -> str:
    submitted = folder / "submitted"
    return f" The hand-ins may lie in {submitted}." if submitted.is_dir() else ""
