"""The hand-ins in a folder laid out as nbgrader's: `DIR/{student}/{exercise}/…`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import CourseError, UnknownExercise
from grader.messages import Message
from grader.submission import Submission, read_submission
from grader.text import printable

LAYOUT = "{student}/{exercise}/, such as alice/ex03_sgd/ex03_sgd.py"
SUFFIXES = (".py", ".ipynb")
ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
MOST_FILES = 1000
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
        path, problem = self._choose()
        if path is None:
            return Submission(self.exercise.name, self.name, b"", problem)
        read = read_submission(path, self.exercise.name)
        shown = printable(f"{self.student}/{self.folder.name}/{path.name}")
        problem = read.problem
        if problem and "file" in problem.values:
            problem = Message(problem.template, {**problem.values, "file": shown})
        return Submission(read.name, shown, read.source, problem)

    @property
    def handed_in_at(self) -> datetime | None:
        """The time in nbgrader's `timestamp.txt`, where there is one."""
        try:
            with (self.folder / "timestamp.txt").open("rb") as file:
                text = file.read(MOST_TIMESTAMP_BYTES).decode("ascii", "replace").strip()
            return datetime.fromisoformat(text.removesuffix(" UTC") + ("+00:00" if text.endswith(" UTC") else ""))
        except (OSError, ValueError):
            return None

    def _choose(self) -> tuple[Path | None, Message | None]:
        try:
            if self.folder.is_symlink():
                return None, Message("{folder} is a link; the files themselves are asked.", {"folder": self.name})
            with os.scandir(self.folder) as listing:
                entries = list(islice(listing, MOST_FILES + 1))
        except OSError as error:
            values = {"folder": self.name, "reason": error.strerror}
            return None, Message("{folder} cannot be read: {reason}.", values)
        if len(entries) > MOST_FILES:
            return None, Message("{folder} holds more than {most} files.", {"folder": self.name, "most": MOST_FILES})
        files = [entry for entry in entries if entry.name.lower().endswith(SUFFIXES)]
        named = [entry for entry in files if entry.name.rpartition(".")[0] in (self.exercise.name, self.exercise.id)]
        chosen = named or files
        if len(chosen) != 1:
            return None, self._none_or_many(sorted(printable(entry.name) for entry in chosen or entries), bool(chosen))
        if chosen[0].is_symlink():
            values = {"file": printable(chosen[0].name), "folder": self.name}
            return None, Message("{file} in {folder} is a link; the file itself is asked.", values)
        return Path(chosen[0].path), None

    def _none_or_many(self, names: list[str], many: bool) -> Message:
        wanted = f"{self.exercise.name}.py"
        values = {"folder": self.name, "wanted": wanted, "names": _few(names), "count": len(names)}
        if many:
            return Message("{folder} holds {count} files that could be {wanted}: {names}.", values)
        if any(name.lower().endswith(ARCHIVES) for name in names):
            return Message("{folder} holds an archive ({names}), not {wanted}. Archives are not unpacked.", values)
        names_known = [name for name in names if name != "timestamp.txt"]
        if not names_known:
            return Message("{folder} is empty; {wanted} is asked.", values)
        return Message("{folder} holds no {wanted}, only {names}.", {**values, "names": _few(names_known)})


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
        there = _few(ignored) or "nothing"
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


def _few(names: list[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
