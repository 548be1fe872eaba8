"""The report of a class: what `course batch` found, in numbers, as one HTML page without script or network."""

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.charts import histogram
from grader.course import Course
from grader.handins import HandIn
from grader.outcome import Report, Status
from grader.page import environment
from grader.plan import Ledger
from grader.results import Results
from grader.text import printable

MOST_ROWS = 1000
"""Of the map; beyond that a page is no longer read but searched, and the JSON files serve better."""
SLOWEST = 8
FAILING = (Status.FAILED, Status.ERROR, Status.TIMED_OUT, Status.CRASHED, Status.INVALID)


@dataclass(frozen=True)
class Row:
    """One student's line of the map."""

    student: str
    score: float
    statuses: tuple[Status, ...]


@dataclass(frozen=True)
class Column:
    """One check over the whole class."""

    title: str
    function: str
    count: int
    lost: int
    not_started: int
    message: str
    """What most of those were told who lost it."""
    median_s: float
    longest_s: float
    slowest: str

    @property
    def share(self) -> float:
        """The part of those who tried it and lost it, in percent."""
        tried = self.count - self.not_started
        return 100 * self.lost / tried if tried else 0.0


@dataclass(frozen=True)
class ExerciseView:
    """One exercise over the whole class."""

    name: str
    title: str
    scores: tuple[float, ...]
    most: float
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    chart: str

    @property
    def mean(self) -> float:
        """Of the scores."""
        return statistics.fmean(self.scores)

    @property
    def median(self) -> float:
        """Of the scores."""
        return statistics.median(self.scores)

    @property
    def full(self) -> int:
        """How many have all points."""
        return sum(score == self.most for score in self.scores)

    @property
    def nothing(self) -> int:
        """How many have none."""
        return sum(score == 0 for score in self.scores)

    @property
    def misconceptions(self) -> list[Column]:
        """Checks that some lost, the most often lost one first."""
        return sorted((column for column in self.columns if column.lost), key=lambda column: -column.share)


@dataclass(frozen=True)
class ToLookAt:
    """A hand-in that needs a person, or of which there is something to know."""

    name: str
    reason: str


@dataclass(frozen=True)
class _Handed:
    student: str
    report: Report
    readable: bool


def class_page(course: Course, hand_ins: Iterable[HandIn], results: Results, ledger: Ledger, made_at: str) -> str:
    """The whole page."""
    by_exercise: dict[str, list[_Handed]] = {}
    waiting: Counter[str] = Counter()
    look_at: list[ToLookAt] = []
    noted: list[ToLookAt] = []
    environments: Counter[tuple[tuple[str, str], ...]] = Counter()
    students = set()
    for hand_in in hand_ins:
        name = hand_in.student, hand_in.exercise.name
        report = results.report(name)
        needs_person = ledger.results["all"][name].needs_person if report else ""
        reason = _reason(report, needs_person)
        if reason:
            look_at.append(ToLookAt(hand_in.name, reason))
        elif report and report.notes:
            noted.append(ToLookAt(hand_in.name, printable(" ".join(report.notes))))
        if report:
            students.add(hand_in.student)
            handed = _Handed(printable(hand_in.student), _light(report), not needs_person)
            by_exercise.setdefault(hand_in.exercise.name, []).append(handed)
            waiting[hand_in.exercise.name] += bool(report.deferred)
            environments[_environment(report)] += 1
    views = [_view(course, name, graded) for name, graded in sorted(by_exercise.items())]
    slowest = sorted(
        ((column, view.name) for view in views for column in view.columns), key=lambda pair: -pair[0].longest_s
    )
    template = environment().get_template("class.html")
    return str(
        template.render(
            views=views, look_at=look_at, noted=noted, environments=environments.most_common(), students=len(students),
            hand_ins=sum(len(graded) for graded in by_exercise.values()), slowest=slowest[:SLOWEST],
            waiting=[pair for pair in waiting.items() if pair[1]], made_at=made_at, most_rows=MOST_ROWS, Status=Status,
        )
    )  # fmt: skip


def _reason(report: Report | None, needs_person: str) -> str:
    if report is None:
        return "not graded yet"
    if needs_person:
        return needs_person
    if report.faulty:
        return "the grader itself failed on a check; grade it again with --force"
    crashed = [check.title for check in report.checks if check.status in (Status.CRASHED, Status.TIMED_OUT)]
    if crashed and len(crashed) == len(report.checks):
        return "every check crashed or ran out of time"
    return ""


def _light(report: Report) -> Report:
    """Without what the page does not show, so that a large class fits into memory."""
    from dataclasses import replace

    checks = tuple(
        replace(check, output="", comparison=None, curves=(), bands=(), message=check.message[:300])
        for check in report.checks
    )
    return replace(report, checks=checks)


def _environment(report: Report) -> tuple[tuple[str, str], ...]:
    seen: dict[str, Any] = {**report.environment}
    layers = seen.pop("sandbox", {})
    held = [layer for layer, state in layers.items() if state == "held"]
    seen["sandbox"] = f"{len(held)} of {len(layers)} layers held" if layers else "not needed"
    return tuple((name, str(value)) for name, value in seen.items() if value)


def _view(course: Course, name: str, graded: "list[_Handed]") -> ExerciseView:
    scores = tuple(handed.report.score for handed in graded)
    most = max(handed.report.max_score for handed in graded)
    ids = list(dict.fromkeys(check.id for handed in graded for check in handed.report.checks))
    rows = []
    for handed in graded:
        statuses = {check.id: check.status for check in handed.report.checks}
        row = tuple(statuses.get(each, Status.SKIPPED) for each in ids)
        rows.append(Row(handed.student, handed.report.score, row))
    return ExerciseView(
        name=name,
        title=course.exercise(name).title,
        scores=scores,
        most=most,
        columns=tuple(_column(each, graded) for each in ids),
        rows=tuple(rows),
        chart=histogram(scores, most),
    )


def _column(check_id: str, graded: "list[_Handed]") -> Column:
    """Hand-ins whose file itself is at fault say nothing about a check, and are left out where others do."""
    found = [
        (handed, check) for handed in graded for check in handed.report.checks if check.id == check_id
    ]
    checks = [check for handed, check in found if handed.readable] or [check for _, check in found]
    lost = [check for check in checks if check.status in FAILING]
    messages = Counter(check.message for check in lost if check.message)
    slowest, longest = max(found, key=lambda pair: pair[1].duration_s)
    return Column(
        title=checks[0].title,
        function=checks[0].function,
        count=len(checks),
        lost=len(lost),
        not_started=sum(check.status is Status.NOT_STARTED for check in checks),
        message=messages.most_common(1)[0][0] if messages else "",
        median_s=statistics.median(check.duration_s for check in checks),
        longest_s=longest.duration_s,
        slowest=slowest.student,
    )
