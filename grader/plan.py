"""What a run has to do: which hand-ins are graded, which keep the result they have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from grader.handins import HandIn
from grader.journal import Entry, Journal
from grader.submission import Submission
from grader.unit import Graded, Unit
from grader.version import Version, key_of, version_of

Part = Literal["all", "cuda"]
Name = tuple[str, str]
"""Student and exercise."""


@dataclass(frozen=True)
class Kept:
    """A result in the journal, without its report."""

    place: int
    key: str
    sha256: str
    checks: str
    score: float
    seed: int
    run: int
    needs_person: str


@dataclass
class Ledger:
    """What the journal says, small enough to hold for every hand-in there is."""

    results: dict[Part, dict[Name, Kept]] = field(default_factory=lambda: {"all": {}, "cuda": {}})
    sent: dict[Name, tuple[str, int, int]] = field(default_factory=dict)
    """Which gradebook has which results: its address, the places of both parts."""
    runs: int = 0
    last: Entry | None = None
    """How the last run began: seed, part, force."""
    ended: bool = True
    """Whether the last run did all of its work."""

    @classmethod
    def of(cls, journal: Journal) -> "Ledger":
        """Read the whole journal."""
        ledger = cls()
        for place, entry in journal.entries():
            ledger.note(place, entry)
        return ledger

    def note(self, place: int, entry: Entry) -> None:
        """Take in one entry."""
        kind = entry["kind"]
        if kind == "run":
            self.runs += 1
            self.last, self.ended = entry, False
        elif kind == "ended":
            self.ended = True
        elif kind == "sent":
            self.sent[entry["student"], entry["exercise"]] = (entry["to"], entry["all"], entry["cuda"])
        elif kind == "graded":
            report = entry["report"]
            kept = Kept(
                place, entry["key"], report["sha256"], entry["checks"], report["score"], report["seed"], self.runs,
                entry["needs_person"],
            )  # fmt: skip
            self.results[entry["part"]][entry["student"], entry["exercise"]] = kept

    def fitting_cuda(self, name: Name) -> Kept | None:
        """The result of the GPU checks, where it belongs to the same hand-in and checks as the others' result."""
        base, cuda = self.results["all"].get(name), self.results["cuda"].get(name)
        if base and cuda and (base.sha256, base.checks) == (cuda.sha256, cuda.checks):
            return cuda
        return None

    def places(self, name: Name) -> tuple[int, int]:
        """Where the parts of a hand-in's result lie; -1 where there is none."""
        base, cuda = self.results["all"].get(name), self.fitting_cuda(name)
        return (base.place if base else -1, cuda.place if cuda else -1)


@dataclass(frozen=True)
class Work:
    """One unit of a run, and whose it is."""

    hand_in: HandIn
    part: Part
    key: str
    unit: Unit

    @property
    def name(self) -> Name:
        """Student and exercise."""
        return self.hand_in.student, self.hand_in.exercise.name


@dataclass(frozen=True)
class Settings:
    """How a run grades."""

    seed: int
    sandbox: str
    part: Part
    force: bool = False
    root: str | None = None


class Planner:
    """Decides for each hand-in whether it is graded."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._settings = settings
        self._ledger = ledger
        self._versions: dict[str, tuple[Version, dict[str, float]]] = {}

    def work(self, hand_ins: Iterable[HandIn], part: Part) -> Iterator[Work | HandIn]:
        """Each hand-in in turn, read: a `Work` where it must be graded, itself where it has its result already."""
        for hand_in in hand_ins:
            submission = hand_in.read()
            key = self._key(hand_in, submission)
            kept = self._ledger.results[part].get((hand_in.student, hand_in.exercise.name))
            forced = self._settings.force and kept is not None and kept.run < self._ledger.runs
            current = kept is not None and kept.key == key and not forced
            yield hand_in if current else Work(hand_in, part, key, self._unit(hand_in, submission, part))

    def version(self, hand_in: HandIn) -> tuple[Version, dict[str, float]]:
        """The version of what the hand-in is graded with, and its limits."""
        exercise = hand_in.exercise
        if exercise.name not in self._versions:
            self._versions[exercise.name] = (version_of(exercise), exercise.limits.plain())
        return self._versions[exercise.name]

    def _key(self, hand_in: HandIn, submission: Submission) -> str:
        version, limits = self.version(hand_in)
        problem = "\n".join([str(submission.problem or ""), *submission.notes])
        return key_of(submission.sha256, problem, version, limits)

    def _unit(self, hand_in: HandIn, submission: Submission, part: Part) -> Unit:
        version, limits = self.version(hand_in)
        return Unit(
            exercise=hand_in.exercise.name,
            shown_as=submission.shown_as,
            source=submission.source,
            problem=None if submission.problem is None else str(submission.problem),
            seed=self._settings.seed,
            sandbox=self._settings.sandbox,
            only_cuda=part == "cuda",
            limits=limits,
            version=version,
            root=self._settings.root,
            notes=submission.notes,
            places=submission.places,
        )


def graded_entry(work: Work, graded: Graded) -> dict[str, Any]:
    """The journal's entry for a graded unit."""
    assert graded.report is not None
    return {
        "kind": "graded",
        "student": work.hand_in.student,
        "exercise": work.hand_in.exercise.name,
        "part": work.part,
        "key": work.key,
        "checks": work.unit.version["checks"],
        "needs_person": work.unit.problem or "",
        "at": now(),
        "report": graded.report,
    }


def now() -> str:
    """The time, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def said_now() -> str:
    """The time as a person writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
