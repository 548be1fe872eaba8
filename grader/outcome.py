"""What grading one submission came to: a frozen record of each check, and of all together."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from grader.messages import Message

if TYPE_CHECKING:
    from grader.comparison import Comparison

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
    bands: tuple[tuple[str, tuple[float, ...], tuple[float, ...]], ...] = ()
    """For a curve of that name, the lowest and the highest value expected at each step."""
    comparison: "Comparison | None" = None
    """What came beside what was expected, where both are arrays; never that of a held-back check."""
    causes: tuple[str, ...] = ()
    """What is often behind a failure of this check."""
    said: Message | None = field(default=None, compare=False)
    """The message in its parts, for those who read another language; not kept in files."""

    @property
    def points(self) -> float:
        """What it earned: all or nothing."""
        return self.max_points if self.status is Status.PASSED else 0

    def plain(self) -> dict[str, Any]:
        """As JSON's types."""
        curves = {name: list(values) for name, values in self.curves}
        bands = {name: {"low": list(low), "high": list(high)} for name, low, high in self.bands}
        own = asdict(replace(self, said=None))
        del own["said"]
        return {
            **own,
            "status": str(self.status),
            "points": self.points,
            "curves": curves,
            "bands": bands,
            "causes": list(self.causes),
        }

    @classmethod
    def of_plain(cls, content: dict[str, Any]) -> "CheckResult":
        """The result that `plain` gave this content for, but for what files do not keep."""
        from grader.comparison import Comparison

        own = {each.name: content[each.name] for each in fields(cls) if each.name in content}
        bands = content.get("bands", {}).items()
        seen = content.get("comparison")
        return cls(
            **{
                **own,
                "status": Status(content["status"]),
                "curves": tuple((name, tuple(values)) for name, values in content["curves"].items()),
                "bands": tuple((name, tuple(band["low"]), tuple(band["high"])) for name, band in bands),
                "comparison": Comparison.of_plain(seen) if seen else None,
                "causes": tuple(content.get("causes", ())),
            }
        )


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
    notes: tuple[str, ...] = ()
    """What a person should know of how the hand-in was read, such as which of two files counts."""

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
            "notes": list(self.notes),
            "checks": [check.plain() for check in self.checks],
        }

    @classmethod
    def of_plain(cls, content: dict[str, Any]) -> "Report":
        """The report that `plain` gave this content for; what was added to it since is left out."""
        own = {each.name: content[each.name] for each in fields(cls) if each.name in content}
        checks = tuple(CheckResult.of_plain(check) for check in content["checks"])
        return cls(**{**own, "checks": checks, "notes": tuple(content.get("notes", ()))})


def exit_code(reports: Iterable[Report]) -> int:
    """0: all points of the checks that ran; 1: points missing; 3: the grader failed."""
    reports = list(reports)
    if any(report.faulty for report in reports):
        return 3
    return 0 if all(report.complete for report in reports) else 1
