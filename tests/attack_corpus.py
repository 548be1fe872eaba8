"""The hostile hand-ins of `attacks/`, and an arena that grades one and tells everything it got away with.

The comment at the top of a file says what it tries. Three lines there mean something:

    # exercise: ex11      it is a hand-in for ex11, not for ex03
    # earns: 1            so many points are honestly earned
    # open: why           it is known to succeed, and why nothing stops it
"""

import json
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import psutil

from grader.course import Course
from grader.grading import Options, grade
from grader.junit import to_junit
from grader.limits import Limits
from grader.outcome import CheckResult, Report, Status
from grader.sandbox.policy import LAYERS
from grader.submission import Submission, read_submission
from grader.zygotes import Zygotes

FOLDER = Path(__file__).parent / "attacks"
LIMITS = Limits().changed({"check_s": 1.5, "import_s": 3, "submission_s": 10, "memory_mb": 400})
SLACK_S = 6
"""For forks, for ending workers, and for a machine that is busy."""
LONGEST_MESSAGE = 4000
CANARY = "the marks: "


@dataclass(frozen=True)
class Attack:
    """One file, and what its first lines say."""

    path: Path
    exercise: str
    earns: float
    open: str

    @property
    def name(self) -> str:
        return f"{self.category}/{self.path.stem}"

    @property
    def category(self) -> str:
        return self.path.parent.name


def attacks() -> list[Attack]:
    return [_read(path) for path in sorted(FOLDER.glob("*/*.py"))]


def _read(path: Path) -> Attack:
    text = path.read_bytes()[:2000].decode("utf-8", "replace")
    found = dict(re.findall(r"^# (exercise|earns|open): (.+)$", text, re.MULTILINE))
    return Attack(path, found.get("exercise", "ex03"), float(found.get("earns", 0)), found.get("open", ""))


class Arena:
    """Grades attacks in turn, with zygotes and a temporary folder of its own."""

    def __init__(self, course: Course, zygotes: Zygotes, folder: Path, sandbox: str, layers: tuple[str, ...]) -> None:
        self.course = course
        self._zygotes = zygotes
        self._temporary = folder / "temporary"
        self._temporary.mkdir(mode=0o755)
        self._canary = folder / "gradebook" / "canary.txt"
        self._canary.parent.mkdir()
        self._secret = CANARY + secrets.token_hex(16)
        self._canary.write_text(self._secret)
        for place in (self._canary.parent, self._canary):  # only the sandbox may stand in the way
            place.chmod(0o777)
        self._warm: set[str] = set()
        self._options = {"limits": LIMITS, "sandbox": sandbox, "layers": layers, "hidden": course.hidden_folders()}

    def flaws(self, attack: Attack) -> list[str]:
        """What the attack got away with, as sentences; none where everything held."""
        self._warm_up(attack.exercise)
        before, alive = self._surroundings(), self._processes(attack.exercise)
        started = time.monotonic()
        try:
            submission = read_submission(attack.path, self.course.exercise(attack.exercise).name)
            reading = time.monotonic() - started
            report = self.grade(submission, attack.exercise)
        except Exception as error:
            return [f"the grader fell: {type(error).__name__}: {error}"]
        seconds = time.monotonic() - started
        found = [*_of_report(report, attack.earns), *self._of_surroundings(report, before)]
        if reading > 1:
            found.append(f"it kept the grader for {reading:.0f} s with reading the file, which nothing ends")
        if seconds > LIMITS.import_s + LIMITS.submission_s + SLACK_S:
            found.append(f"it kept the grader for {seconds:.0f} s")
        left = self._processes(attack.exercise) - alive
        if left:
            found.append(f"it left processes behind: {left}")
        right = self.course.exercise(attack.exercise)
        after = self.grade(read_submission(right.solution, right.name), attack.exercise)
        if after.score != after.max_score:
            lost = [(check.id, check.status, check.message) for check in after.checks if not check.points]
            found.append(f"the right hand-in graded after it lost points: {lost}")
        return found

    def _warm_up(self, exercise: str) -> None:
        """Have the zygote make all the branches that the exercise's checks want: they stay."""
        if exercise not in self._warm:
            right = self.course.exercise(exercise)
            self.grade(read_submission(right.solution, right.name), exercise)
            self._warm.add(exercise)

    def grade(self, submission: Submission, exercise: str) -> Report:
        chosen = self.course.exercise(exercise)
        return grade(chosen, submission, self._zygotes.start(chosen), Options(**self._options))

    def _processes(self, exercise: str) -> set[psutil.Process]:
        """The zygote's family: it takes in orphans, so nothing that a worker started can lie outside."""
        zygote = self._zygotes.start(self.course.exercise(exercise))
        zygote.wait_until_ready()
        return set(psutil.Process(zygote._process.pid).children(recursive=True))

    def _of_surroundings(self, report: Report, before: dict[str, object]) -> Iterator[str]:
        after = self._surroundings()
        for name in before.keys() | after.keys():
            if before.get(name) != after.get(name):
                yield f"{name} was {before.get(name)} and is {after.get(name)}"
        if self._canary.read_text() != self._secret:
            yield "it changed the gradebook"
        told = json.dumps(report.plain())
        if self._secret.removeprefix(CANARY) in told:
            yield "it read the gradebook"
        for words in ("assert_close(", "### BEGIN SOLUTION", "def _two_rounds", "root:x:0:"):
            if words in told:
                yield f"it read what is hidden: {words}"

    def _surroundings(self) -> dict[str, object]:
        """What lies around it and must stay as it is, each with the time of its last change."""
        root = self.course.root
        found: dict[str, object] = {str(path): "there" for path in root.iterdir() if _ours(path)}
        for folder in (root / "exercises", root / "solutions", root / "grader" / "checks"):
            found |= {str(path): path.lstat().st_mtime_ns for path in folder.iterdir() if _ours(path)}
        for folder in (self._temporary, self._canary.parent, Path("/dev/shm"), Path("/var/tmp")):
            mine = (entry for entry in os.scandir(folder) if folder == self._temporary or _by_a_worker(entry))
            found |= {entry.path: "there" for entry in mine}
        return found


@contextmanager
def arena(sandbox: str = "strict", layers: tuple[str, ...] = LAYERS) -> Iterator[Arena]:
    """An arena whose temporary folder and gradebook are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="arena-"))
    folder.chmod(0o755)
    usual = tempfile.tempdir
    try:
        with Zygotes() as zygotes:
            made = Arena(Course.find(), zygotes, folder, sandbox, layers)
            tempfile.tempdir = str(folder / "temporary")
            yield made
    finally:
        tempfile.tempdir = usual
        shutil.rmtree(folder)


def _ours(path: Path) -> bool:
    return path.name != "__pycache__" and not path.name.startswith(".")


def _by_a_worker(entry: os.DirEntry[str]) -> bool:
    return entry.stat(follow_symlinks=False).st_uid >= 100_000


def _of_report(report: Report, earns: float) -> Iterator[str]:
    if report.score > earns:
        passed = [check.id for check in report.checks if check.points]
        yield f"it has {report.score:g} points, {earns:g} of them earned: {passed}"
    if report.faulty:
        yield f"the grader failed: {[check.message for check in report.checks if check.status is Status.GRADER_ERROR]}"
    for check in report.checks:
        for reason in _of_message(check):
            yield f"the message of {check.id} {reason}: {check.message[:300]!r}"
    try:
        json.dumps(report.plain(), allow_nan=False).encode()
        ElementTree.fromstring(to_junit([report]))
    except (ValueError, ElementTree.ParseError) as error:
        yield f"the report cannot be written: {error}"


def _of_message(check: CheckResult) -> Iterator[str]:
    """What keeps a student from understanding it."""
    message = check.message
    if not message:
        if check.status is not Status.PASSED and not check.held_back:
            yield "is empty"
        return
    if len(message) > LONGEST_MESSAGE:
        yield f"has {len(message)} characters"
    if any(letter not in "\n\t\u3000" and not letter.isprintable() for letter in message):
        yield "has control characters"
    for words in ("Traceback (most recent call last):\n  File", "<probe>"):
        if words in message:
            yield f"holds {words}"
    if len(message.split()) < 3:
        yield "is no sentence"
    if "(: " in message or " ." in message.split("\n")[0]:
        yield "has a hole in it"
