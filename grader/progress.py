"""What the course remembers between two commands: marks, tries, open checks and hints already given."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.course import Course
from grader.files import write_whole
from grader.outcome import Report, Status

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One exercise: its last mark and its best, and where the student is."""

    score: float
    max_score: float
    best: float
    tries: int
    graded_at: str
    open_checks: tuple[str, ...]
    """Ids of the checks that were not passed, in order."""
    hinted: tuple[str, ...] = ()
    """Ids of the checks whose hint was given since."""


class Progress:
    """The entries of one course, kept in its state folder."""

    def __init__(self, course: Course) -> None:
        self._path = course.state / "progress.json"
        self._entries = _read(self._path)

    def get(self, exercise: str) -> Entry | None:
        """The entry of an exercise by its name; None if it was never graded."""
        return self._entries.get(exercise)

    def record(self, report: Report) -> None:
        """Remember a graded submission."""
        old = self.get(report.exercise)
        still_open = tuple(check.id for check in report.checks if check.status is not Status.PASSED)
        self._entries[report.exercise] = Entry(
            score=report.score,
            max_score=report.max_score,
            best=max(report.score, old.best if old else 0),
            tries=(old.tries if old else 0) + 1,
            graded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            open_checks=still_open,
            hinted=tuple(check for check in (old.hinted if old else ()) if check in still_open),
        )
        self._write()

    def record_hint(self, exercise: str, hinted: tuple[str, ...]) -> None:
        """Remember which hints were given."""
        entry = self._entries.get(exercise) or Entry(0, 0, 0, 0, "", ())
        self._entries[exercise] = replace(entry, hinted=hinted)
        self._write()

    def _write(self) -> None:
        content = {"format": FORMAT, "exercises": {name: asdict(entry) for name, entry in self._entries.items()}}
        write_whole(self._path, json.dumps(content, indent=1) + "\n")


def _read(path: Path) -> dict[str, Entry]:
    """The entries in the file; none where it is missing or no longer readable, for marks can be had again."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: _entry(fields) for name, fields in content["exercises"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**{**fields, "open_checks": tuple(fields["open_checks"]), "hinted": tuple(fields["hinted"])})
