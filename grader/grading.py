"""Grade one submission: run its exercise's checks under pytest, with the worker on the other side."""

import hashlib
import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.check import Check, check_of
from grader.course import Exercise
from grader.environment import gpu_present, versions
from grader.errors import Abandoned, BrokenChecks, CheckStopped, CourseError, Deferred, GraderFault, WrongAnswer
from grader.limits import Limits
from grader.messages import Message
from grader.outcome import CheckResult, Report, Status
from grader.sandbox.policy import LAYERS, Policy
from grader.sittings import Sittings
from grader.standing import Standing
from grader.student import Student
from grader.submission import Submission
from grader.text import printable
from grader.workers import Workers

SANDBOXES = ("auto", "strict", "off")
PYTEST_ARGUMENTS = (
    "-c", os.devnull, "--noconftest", "--import-mode=importlib", "--assert=plain", "--strict-markers",
    "--disable-plugin-autoload",
    *(f"-pno:{name}" for name in (
        "terminal", "cacheprovider", "junitxml", "doctest", "unittest", "pastebin", "faulthandler",
        "logging", "stepwise", "debugging", "recwarn", "monkeypatch", "tmpdir", "setuponly", "setupplan",
        "warnings", "threadexception", "unraisableexception", "capture",
    )),
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """How to grade."""

    seed: int | None = None
    sandbox: str = "auto"
    only_cuda: bool = False
    only_function: str | None = None
    only_check: str | None = None
    limits: Limits | None = None
    tamper: int | None = None
    stop_at_first_loss: bool = False
    hidden: tuple[str, ...] = ()
    layers: tuple[str, ...] = LAYERS


def new_seed() -> int:
    """A seed that nobody can guess."""
    return secrets.randbits(48)


def grade(
    exercise: Exercise,
    submission: Submission,
    zygote: Workers,
    options: Options,
    on_result: Callable[[CheckResult], None] | None = None,
    stop: threading.Event | None = None,
    standing: Standing | None = None,
) -> Report:
    """Run the checks on the submission. `on_result` hears of each check as it ends; setting `stop` ends the run.

    With `standing`, from `standing_checks`, pytest is not started anew.

    Raises:
        Abandoned: `stop` was set before the end.
        CourseError: the machine lacks what grading needs.
        BrokenChecks: the checks cannot be collected.
        KeyboardInterrupt: Ctrl-C.
    """
    seed = new_seed() if options.seed is None else options.seed
    started = time.monotonic()
    policy = Policy(
        scratch="",
        layers=() if options.sandbox == "off" else options.layers,
        readable=tuple(str(folder.resolve()) for folder in exercise.data),
        hidden=options.hidden,
        limits=options.limits or exercise.limits,
    )
    strict = options.sandbox == "strict"
    with Sittings(zygote, submission, policy, strict=strict, stop=stop, tamper=options.tamper) as sittings:
        run = Run(exercise, sittings, seed, options, on_result)
        run.go(standing)
    return Report(
        exercise=exercise.name,
        submission=submission.shown_as,
        sha256=submission.sha256,
        seed=seed,
        environment={
            **versions(),
            "device": sittings.device,
            "sandbox": sittings.layers,
        },
        duration_s=time.monotonic() - started,
        checks=tuple(run.results),
        notes=submission.notes,
    )


def standing_checks(exercise: Exercise) -> Standing:
    """The exercise's checks, collected once for many submissions."""
    return Standing(lambda plugin: _pytest(exercise.checks, plugin), _set_up)


def _pytest(path: Path, plugin: object) -> int | pytest.ExitCode:
    return pytest.main([str(path), f"--rootdir={path.parent}", *PYTEST_ARGUMENTS], plugins=[plugin])


def _set_up(item: pytest.Item) -> None:
    """Defer a GPU check where there is no GPU."""
    if _check(item).cuda and not gpu_present():
        raise Deferred("Needs a GPU. Its points are deferred: grade again with --only cuda where there is one.")


class Run:
    """One run of pytest over one checks file: the plugin that gives it `student` and `rng` and listens."""

    def __init__(
        self,
        exercise: Exercise,
        sittings: Sittings,
        seed: int,
        options: Options,
        on_result: Callable[[CheckResult], None] | None,
    ) -> None:
        self.results: list[CheckResult] = []
        self._exercise = exercise
        self._sittings = sittings
        self._seed = seed
        self._options = options
        self._on_result = on_result
        self._students: dict[str, Student] = {}
        self._stopped: BaseException | None = None

    def go(self, standing: Standing | None = None) -> None:
        """Run pytest; the results are in `results` afterwards."""
        if standing is not None:
            standing.go(self)
            if self._stopped:
                raise self._stopped
            return
        path = self._exercise.checks
        code = _pytest(path, self)
        if isinstance(self._stopped, KeyboardInterrupt) or code == pytest.ExitCode.INTERRUPTED:
            raise self._stopped or KeyboardInterrupt
        if self._stopped:
            raise self._stopped
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            raise BrokenChecks(f"pytest could not run {path.name} ({pytest.ExitCode(code).name}).")

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """The submission, as the check may use it."""
        return self.student_for(request.node)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """A generator for the check's inputs, drawn from the run's seed and the check's name."""
        return self.rng_for(request.node)

    def student_for(self, item: pytest.Item) -> Student:
        """The submission, as the check may use it."""
        check = _check(item)
        data = [str(folder.resolve()) for folder in self._exercise.data]
        limits = self._options.limits or self._exercise.limits
        seconds = check.seconds or limits.check_s
        seed = self._seed_for(check, "worker")
        student = Student(lambda off: self._sittings.of(cuda=check.cuda, off=off), seed, seconds, data)
        self._students[check.id] = student
        return student

    def rng_for(self, item: pytest.Item) -> np.random.Generator:
        """A generator for the check's inputs, drawn from the run's seed and the check's name."""
        return np.random.default_rng(self._seed_for(_check(item), "inputs"))

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the marker of GPU checks known."""
        config.addinivalue_line("markers", "cuda: needs a GPU")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what makes the checks file unusable."""
        if report.failed:
            self._stopped = BrokenChecks(f"{self._exercise.checks.name} cannot be collected:\n{report.longreprtext}")

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out the checks that were not asked for."""
        # Nobody reads pytest's own traceback of a check, and writing one takes longer than the check.
        config.option.tbstyle = "value"
        items[:] = [item for item in items if self.wants(item)]

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Before each check."""
        _set_up(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
        """Turn the end of a check into its result."""
        report = yield
        self.note(item, call)
        return report

    def note(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Take in the end of a check, or of its setting up."""
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, Abandoned | CourseError | KeyboardInterrupt):
            self._stopped = error
            item.session.shouldstop = "stopped"
        elif call.when == "call" or (call.when == "setup" and error):
            self._record(_check(item), error, call.duration)
            if self._options.stop_at_first_loss and self.results[-1].status not in (Status.PASSED, Status.SKIPPED):
                item.session.shouldfail = "a point is lost"

    def wants(self, item: pytest.Item) -> bool:
        """Whether the check was asked for."""
        check = _check(item)
        if self._options.only_cuda and not check.cuda:
            return False
        if self._options.only_check not in (None, check.id):
            return False
        return self._options.only_function in (None, check.function)

    def _record(self, check: Check, error: BaseException | None, seconds: float) -> None:
        status, message = _ending(error)
        student = self._students.pop(check.id, None)
        output = printable(student.output.decode(errors="replace")) if student else ""
        shown = not check.held_back or status is Status.GRADER_ERROR
        result = CheckResult(
            id=check.id,
            title=check.title,
            function=check.function,
            status=status,
            max_points=check.points,
            held_back=check.held_back,
            message=printable(str(message)) if shown else "",
            said=message if shown else None,
            hint=check.hint,
            output=output if shown else "",
            duration_s=round(seconds, 3),
            curves=tuple(student.curves) if student and shown else (),
            bands=tuple(student.bands) if student and not check.held_back else (),
            comparison=error.comparison if isinstance(error, WrongAnswer) and not check.held_back else None,
            causes=check.causes if not check.held_back else (),
        )
        self.results.append(result)
        if self._on_result:
            self._on_result(result)

    def _seed_for(self, check: Check, use: str) -> int:
        digest = hashlib.blake2b(f"{self._seed}/{check.id}/{use}".encode(), digest_size=8)
        return int.from_bytes(digest.digest(), "big")


def _check(item: Any) -> Check:
    check = check_of(item.function)
    if check is None:
        raise BrokenChecks(f"{item.name} is no check: it lacks @check.")
    return check


def _ending(error: BaseException | None) -> tuple[Status, Message]:
    if error is None:
        return Status.PASSED, Message("")
    if isinstance(error, CheckStopped):
        return Status(error.status), error.message
    if isinstance(error, GraderFault):
        return Status.GRADER_ERROR, Message("{error}", {"error": error})
    kind = type(error).__name__
    return Status.GRADER_ERROR, Message("The check itself failed ({kind}: {error}).", {"kind": kind, "error": error})


def checks_of(path: Path) -> list[Check]:
    """The checks in a file, in order, without running one.

    Raises:
        BrokenChecks: the file cannot be imported.
    """
    import importlib.util

    spec = importlib.util.spec_from_file_location(f"grader.checks.{path.stem}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BrokenChecks(f"{path.name} cannot be imported: {type(error).__name__}: {error}") from error
    found = (check_of(test) for name, test in vars(module).items() if name.startswith("test_"))
    return [check for check in found if check]
