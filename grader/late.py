"""Late hand-ins: the due dates and the penalty that `course.toml` sets, for nbgrader and the gradebook alike."""

import math
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from grader.course import LIMITS_FILE
from grader.errors import CourseError

DAY_S = 86400


@dataclass(frozen=True)
class Policy:
    """What being late costs. The usual policy takes nothing off."""

    share_per_day: float = 0.0
    """For each day begun, this share of the earned points."""
    most: float = 1.0
    """Never more than this share."""
    free_days: float = 0.0
    """So many days cost nothing."""
    due: dict[str, datetime] = field(default_factory=dict)
    """When exercises are due, by id."""

    @classmethod
    def of(cls, root: Path) -> "Policy":
        """What `course.toml` says: the table `late`, and the table `due` with a time for each exercise.

        Raises:
            CourseError: the file cannot be read, or has other values.
        """
        try:
            content = tomllib.loads((root / LIMITS_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError) as error:
            raise CourseError("{file} cannot be read: {reason}.", file=LIMITS_FILE, reason=error) from error
        numbers, due = content.get("late", {}), content.get("due", {})
        for name, value in numbers.items():
            if name not in ("share_per_day", "most", "free_days") or type(value) not in (int, float) or value < 0:
                raise CourseError(
                    "{file}: late.{name} = {value} is no setting.", file=LIMITS_FILE, name=name, value=repr(value)
                )
        for name, time in due.items():
            if type(time) is not datetime:
                raise CourseError(
                    "{file}: due.{name} is no time; one looks like 2026-03-01T23:59:00+01:00.",
                    file=LIMITS_FILE, name=name,
                )  # fmt: skip
        return cls(**numbers, due={name: time.astimezone(UTC) for name, time in due.items()})

    def penalty(self, score: float, seconds_late: float) -> float:
        """The points that a hand-in so late loses, of those it earned."""
        days = math.ceil(max(0.0, seconds_late / DAY_S - self.free_days))
        return score * min(self.most, self.share_per_day * days)
