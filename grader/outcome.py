"""What grading one submission came to: a frozen record of each check, and of all together."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

FORMAT = 1


class Status(StrEnum):
    """How a check ended. Only `PASSED` earns points."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_STARTED = "not_started"
    ERROR = "error"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    INVALID = "invalid"
    SKIPPED = "skipped"
    GRADER_ERROR = "grader_error"


@dataclass(frozen=True)
class CheckResult:
    """One check of one submission."""

    id: str
    title: str
    function: str
    status: Status
    max_points: float
    held_back: bool
    message: str
    hint: str
    output: str
    duration_s: float
    curves: tuple[tuple[str, tuple[float, ...]], ...] = ()
    """Named series to look at, such as the loss of each epoch."""

    @property
    def points(self) -> float:
        """What it earned: all or nothing."""
        return self.max_points if self.status is Status.PASSED else 0

    def plain(self) -> dict[str, Any]:
        """As JSON's types."""
        curves = {name: list(values) for name, values in self.curves}
        return {**asdict(self), "status": str(self.status), "points": self.points, "curves": curves}


@dataclass(frozen=True)
class Report:
    """One graded submission."""

    exercise: str
    submission: str
    sha256: str
    seed: int
    environment: dict[str, Any]
    duration_s: float
    checks: tuple[CheckResult, ...]

    @property
    def score(self) -> float:
        """Points earned."""
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> float:
        """Points that could be earned, deferred ones included."""
        return sum(check.max_points for check in self.checks)

    @property
    def deferred(self) -> float:
        """Points of checks that wait for a GPU."""
        return sum(check.max_points for check in self.checks if check.status is Status.SKIPPED)

    @property
    def complete(self) -> bool:
        """Whether all points of the checks that ran were earned."""
        return bool(self.checks) and self.score == self.max_score - self.deferred

    @property
    def faulty(self) -> bool:
        """Whether the grader itself failed on a check."""
        return any(check.status is Status.GRADER_ERROR for check in self.checks)

    def plain(self) -> dict[str, Any]:
        """As JSON's types, in the published format."""
        return {
            "format": FORMAT,
            "exercise": self.exercise,
            "submission": self.submission,
            "sha256": self.sha256,
            "score": self.score,
            "max_score": self.max_score,
            "deferred": self.deferred,
            "seed": self.seed,
            "environment": self.environment,
            "duration_s": round(self.duration_s, 3),
            "checks": [check.plain() for check in self.checks],
        }


def exit_code(reports: Iterable[Report]) -> int:
    """0: all points of the checks that ran; 1: points missing; 3: the grader failed."""
    reports = list(reports)
    if any(report.faulty for report in reports):
        return 3
    return 0 if all(report.complete for report in reports) else 1
