"""What the course remembers between two commands: marks, tries, open checks, hints given, and where the student is."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.course import Course
from grader.files import write_whole
from grader.localised import localised_check
from grader.outcome import CheckResult, Report, Status

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
    """Ids of the open checks whose hints were given, once for each step."""
    messages: dict[str, str] = field(default_factory=dict)
    """What the last run said of each open check."""

    @property
    def complete(self) -> bool:
        """Whether the last run had nothing left to do."""
        return self.tries > 0 and not self.open_checks

    @property
    def steps(self) -> Counter[str]:
        """How many steps of its hints were given for each check."""
        return Counter(self.hinted)


class Progress:
    """The entries of one course, kept in its state folder."""

    def __init__(self, course: Course) -> None:
        self._path = course.state / "progress.json"
        content = _read(self._path)
        self._entries = _entries(content)
        self._current = content.get("current")

    @property
    def current(self) -> str | None:
        """The name of the exercise that `course watch` was at."""
        return self._current if isinstance(self._current, str) else None

    def stay_at(self, exercise: str) -> None:
        """Remember the exercise that the student works on."""
        if exercise != self._current:
            self._current = exercise
            self._write()

    def get(self, exercise: str) -> Entry | None:
        """The entry of an exercise by its name; None if it was never graded."""
        return self._entries.get(exercise)

    def record(self, report: Report) -> None:
        """Remember a graded submission."""
        old = self.get(report.exercise)
        entry = Entry(
            score=report.score,
            max_score=report.max_score,
            best=max(report.score, old.best if old else 0),
            tries=(old.tries if old else 0) + 1,
            graded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            open_checks=(),
            hinted=old.hinted if old else (),
        )
        self._entries[report.exercise] = with_results(entry, report.checks)
        self._write()

    def record_hint(self, exercise: str, hinted: tuple[str, ...]) -> None:
        """Remember which hints were given."""
        entry = self._entries.get(exercise) or Entry(0, 0, 0, 0, "", ())
        self._entries[exercise] = replace(entry, hinted=hinted)
        self._write()

    def _write(self) -> None:
        entries = {name: asdict(entry) for name, entry in self._entries.items()}
        content = {"format": FORMAT, "current": self._current, "exercises": entries}
        write_whole(self._path, json.dumps(content, indent=1) + "\n")


def with_results(entry: Entry | None, results: Iterable[CheckResult]) -> Entry:
    """The entry with what this run left open; hints stay given for checks that are open still."""
    entry = entry or Entry(0, 0, 0, 0, "", ())
    left = [check for check in results if check.status not in (Status.PASSED, Status.SKIPPED)]
    begun = [check for check in left if check.status is not Status.NOT_STARTED]
    still_open = tuple(check.id for check in left)
    return replace(
        entry,
        tries=max(1, entry.tries),
        open_checks=still_open,
        hinted=tuple(check for check in entry.hinted if check in still_open),
        messages={check.id: localised_check(check).message for check in begun},
    )


def _read(path: Path) -> dict[str, Any]:
    """What is in the file; nothing where it is missing or no longer readable, for marks can be had again."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _entries(content: dict[str, Any]) -> dict[str, Entry]:
    try:
        return {name: _entry(fields) for name, fields in content["exercises"].items()}
    except (TypeError, KeyError, AttributeError):
        return {}


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**{**fields, "open_checks": tuple(fields["open_checks"]), "hinted": tuple(fields["hinted"])})
