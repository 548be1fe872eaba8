"""What of a hand-in's folder counts: one module or notebook, and of both the newer. The same rules for every way in."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from grader.course import Exercise
from grader.messages import Message
from grader.submission import Submission, read_submission
from grader.text import printable

SUFFIXES = (".py", ".ipynb")
ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
OURS = "timestamp.txt"
"""nbgrader's own file in a hand-in's folder."""
MOST_FILES = 1000
SAME_TIME_S = 2.0
"""Files copied together differ by less."""
LARGEST_STAND_IN = 2**20

Entry = os.DirEntry[str]


@dataclass(frozen=True)
class Choice:
    """The file to grade, or why there is none; and what a person should know of the choice."""

    path: Path | None = None
    problem: Message | None = None
    notes: tuple[str, ...] = ()


def read_hand_in(student: str, folder: Path, exercise: Exercise) -> Submission:
    """The file that counts in the folder; where none does, a submission that says why. It never raises."""
    choice = choose(student, folder, exercise)
    if choice.path is None:
        return Submission(exercise.name, printable(f"{student}/{folder.name}"), b"", choice.problem)
    read = read_submission(choice.path, exercise.name)
    shown = printable(f"{student}/{folder.name}/{choice.path.name}")
    problem = read.problem
    if problem and "file" in problem.values:
        problem = Message(problem.template, {**problem.values, "file": shown})
    return replace(read, shown_as=shown, problem=problem, notes=(*choice.notes, *read.notes))


def choose(student: str, folder: Path, exercise: Exercise) -> Choice:
    """The file with the exercise's name; else one with its id; else the only Python file or notebook."""
    shown = printable(f"{student}/{folder.name}")
    try:
        if folder.is_symlink():
            return Choice(problem=Message("{folder} is a link; the files themselves are asked.", {"folder": shown}))
        with os.scandir(folder) as listing:
            entries = list(islice(listing, MOST_FILES + 1))
    except OSError as error:
        return Choice(
            problem=Message("{folder} cannot be read: {reason}.", {"folder": shown, "reason": error.strerror})
        )
    if len(entries) > MOST_FILES:
        return Choice(problem=Message("{folder} holds more than {most} files.", {"folder": shown, "most": MOST_FILES}))
    entries = [entry for entry in entries if entry.name != OURS and not is_stand_in(Path(entry.path))]
    code = [entry for entry in entries if _is_code(entry)]
    likeliest = next((named for named in _by_name(code, exercise) if named), [])
    own = [entry for entry in likeliest if not entry.is_symlink()]
    if likeliest and not own:
        values = {"file": _names(likeliest), "folder": shown}
        return Choice(problem=Message("{file} in {folder} is a link; the file itself is asked.", values))
    if not own:
        return Choice(problem=_none(shown, exercise, entries))
    if len(own) > 1 and not _are_one_pair(own):
        many: dict[str, object] = {"folder": shown, "count": len(own), "wanted": f"{exercise.name}.py"}
        template = "{folder} holds {count} files that could be {wanted}: {names}."
        return Choice(problem=Message(template, {**many, "names": _names(own)}))
    chosen, notes = _newer(own)
    passed_over = [entry for entry in code if entry not in own]
    if passed_over:
        name, others = printable(chosen.name), _names(passed_over)
        notes.append(f"Only {name} is graded; also there: {others}.")
    return Choice(Path(chosen.path), notes=tuple(notes))


def _is_code(entry: Entry) -> bool:
    """Whether it may be what was handed in; `._x.py` and `__init__.py` come from archives and packages."""
    if entry.name.startswith((".", "__")) or not entry.name.lower().endswith(SUFFIXES):
        return False
    return not entry.is_dir(follow_symlinks=False)


def _by_name(code: list[Entry], exercise: Exercise) -> Iterable[list[Entry]]:
    """The files by how well their names fit, the best first."""
    for name in (exercise.name, exercise.id):
        yield [entry for entry in code if _stem(entry) == name]
    yield code


def _stem(entry: Entry) -> str:
    return entry.name.rpartition(".")[0].lower()


def _are_one_pair(own: list[Entry]) -> bool:
    """Whether they are a module and a notebook of one name."""
    return len(own) == 2 and _stem(own[0]) == _stem(own[1]) and own[0].name.lower() != own[1].name.lower()


def _newer(own: list[Entry]) -> tuple[Entry, list[str]]:
    if len(own) == 1:
        return own[0], []
    module, notebook = sorted(own, key=lambda entry: entry.name.lower().endswith(".ipynb"))
    ahead = module.stat().st_mtime - notebook.stat().st_mtime
    one, other = printable(module.name), printable(notebook.name)
    if ahead > SAME_TIME_S:
        return module, [f"Both {one} and {other} were handed in; {one} is newer and counts."]
    if ahead < -SAME_TIME_S:
        return notebook, [f"Both {one} and {other} were handed in; {other} is newer and counts."]
    return notebook, [f"Both {one} and {other} were handed in; {other} counts, as both are of the same time."]


def _none(shown: str, exercise: Exercise, entries: list[Entry]) -> Message:
    values = {"folder": shown, "wanted": f"{exercise.name}.py", "names": _names(entries)}
    if any(entry.name.lower().endswith(ARCHIVES) for entry in entries):
        return Message("{folder} holds an archive ({names}), not {wanted}. Archives are not unpacked.", values)
    if not entries:
        return Message("{folder} is empty; {wanted} is asked.", values)
    return Message("{folder} holds no {wanted}, only {names}.", values)


def _names(entries: list[Entry]) -> str:
    return few(sorted(printable(entry.name) + "/" * entry.is_dir(follow_symlinks=False) for entry in entries))


def few(names: list[str], most: int = 5) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def marked_as_stand_in(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook's JSON with the mark of one that the course puts where nbgrader wants one: no student wrote it."""
    mark = {"stand_in": _digest(notebook)}
    return {**notebook, "metadata": {**notebook["metadata"], "course": mark}}


def is_stand_in(file: Path) -> bool:
    """Whether the course made it, and nobody wrote into it since."""
    try:
        if file.suffix != ".ipynb" or file.is_symlink() or not file.is_file():
            return False
        data = file.read_bytes() if file.stat().st_size <= LARGEST_STAND_IN else b""
        if b'"stand_in"' not in data:
            return False
        content = json.loads(data)
        return bool(content["metadata"]["course"]["stand_in"] == _digest(content))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def _digest(notebook: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(notebook["cells"], sort_keys=True).encode()).hexdigest()
