"""Grade one submission: run its exercise's checks under pytest, with the worker on the other side."""

import hashlib
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.check import Check, check_of
from grader.course import Exercise
from grader.environment import gpu_present, versions
from grader.errors import BrokenChecks, CheckStopped, CourseError, Deferred, GraderFault
from grader.limits import Limits
from grader.messages import Message
from grader.outcome import CheckResult, Report, Status
from grader.sandbox.policy import LAYERS, Policy
from grader.sitting import Sitting
from grader.student import Student
from grader.submission import Submission
from grader.tamper import TamperedSitting
from grader.text import printable
from grader.zygote import Zygote

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
    limits: Limits | None = None
    tamper: int | None = None
    hidden: tuple[str, ...] = ()
    layers: tuple[str, ...] = LAYERS


def new_seed() -> int:
    """A seed that nobody can guess."""
    return secrets.randbits(48)


def grade(
    exercise: Exercise,
    submission: Submission,
    zygote: Zygote,
    options: Options,
    on_result: Callable[[CheckResult], None] | None = None,
) -> Report:
    """Run the checks on the submission. `on_result` hears of each check as it ends.

    Raises:
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
    with (
        Sitting(zygote, submission, policy, strict=strict) as sitting,
        Sitting(zygote, submission, replace(policy, cuda=True), strict=strict) as gpu_sitting,
    ):
        asked: Sitting | TamperedSitting = sitting
        if options.tamper is not None:
            asked = TamperedSitting(sitting, options.tamper)
        run = Run(exercise, asked, gpu_sitting, seed, options, on_result)
        run.go()
    return Report(
        exercise=exercise.name,
        submission=submission.shown_as,
        sha256=submission.sha256,
        seed=seed,
        environment={
            **versions(),
            "device": gpu_sitting.device,
            "sandbox": sitting.layers or gpu_sitting.layers,
        },
        duration_s=time.monotonic() - started,
        checks=tuple(run.results),
    )


class Run:
    """One run of pytest over one checks file: the plugin that gives it `student` and `rng` and listens."""

    def __init__(
        self,
        exercise: Exercise,
        sitting: Sitting | TamperedSitting,
        gpu_sitting: Sitting,
        seed: int,
        options: Options,
        on_result: Callable[[CheckResult], None] | None,
    ) -> None:
        self.results: list[CheckResult] = []
        self._exercise = exercise
        self._sitting = sitting
        self._gpu_sitting = gpu_sitting
        self._seed = seed
        self._options = options
        self._on_result = on_result
        self._students: dict[str, Student] = {}
        self._stopped: BaseException | None = None

    def go(self) -> None:
        """Run pytest; the results are in `results` afterwards."""
        path = self._exercise.checks
        code = pytest.main([str(path), f"--rootdir={path.parent}", *PYTEST_ARGUMENTS], plugins=[self])
        if isinstance(self._stopped, KeyboardInterrupt) or code == pytest.ExitCode.INTERRUPTED:
            raise self._stopped or KeyboardInterrupt
        if self._stopped:
            raise self._stopped
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            raise BrokenChecks(f"pytest could not run {path.name} ({pytest.ExitCode(code).name}).")

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """The submission, as the check may use it."""
        check = _check(request.node)
        sitting = self._gpu_sitting if check.cuda else self._sitting
        data = [str(folder.resolve()) for folder in self._exercise.data]
        seconds = check.seconds or sitting.limits.check_s
        student = Student(sitting, self._seed_for(check, "worker"), seconds, data)
        self._students[check.id] = student
        return student

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """A generator for the check's inputs, drawn from the run's seed and the check's name."""
        return np.random.default_rng(self._seed_for(_check(request.node), "inputs"))

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the marker of GPU checks known."""
        config.addinivalue_line("markers", "cuda: needs a GPU")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what makes the checks file unusable."""
        if report.failed:
            self._stopped = BrokenChecks(f"{self._exercise.checks.name} cannot be collected:\n{report.longreprtext}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the checks that were not asked for."""
        items[:] = [item for item in items if self._wanted(_check(item))]

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Defer a GPU check where there is no GPU."""
        if _check(item).cuda and not gpu_present():
            raise Deferred("Needs a GPU. Its points are deferred: grade again with --only cuda where there is one.")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
        """Turn the end of a check into its result."""
        report = yield
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, CourseError | KeyboardInterrupt):
            self._stopped = error
            item.session.shouldstop = "stopped"
        elif call.when == "call" or (call.when == "setup" and error):
            self._record(_check(item), error, call.duration)
        return report

    def _wanted(self, check: Check) -> bool:
        if self._options.only_cuda and not check.cuda:
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
            hint=check.hint,
            output=output if shown else "",
            duration_s=round(seconds, 3),
            curves=tuple(student.curves) if student else (),
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
