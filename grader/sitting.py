"""One submission before the grader: its worker, replaced when it falls, and the time that is left."""

import contextlib
import threading
import time
from dataclasses import dataclass, replace
from typing import Any

from grader.codec import CodecError
from grader.errors import (
    CheckStopped,
    Crashed,
    Deferred,
    Invalid,
    NotStarted,
    SandboxTooWeak,
    SubmissionError,
    TimedOut,
    WorkerUnavailable,
    WrongAnswer,
    ZygoteLost,
)
from grader.sandbox import memory, protection
from grader.sandbox.policy import Policy
from grader.submission import Submission
from grader.workers import AnyWorker, Workers
from grader.zygote import OutOfTime, WorkerGone, new_scratch, signal_name


@dataclass
class Budget:
    """The time that all workers of a submission have used together."""

    spent_s: float = 0.0


class Sitting:
    """Answers requests about one submission, from workers that come and go. Use as a context manager."""

    def __init__(
        self,
        zygote: Workers,
        submission: Submission,
        policy: Policy,
        *,
        strict: bool = False,
        stop: threading.Event | None = None,
        budget: "Budget | None" = None,
    ) -> None:
        self.submission = submission
        self.limits = policy.limits
        self.layers: dict[str, str] = {}
        self.device = "cpu"
        self._zygote = zygote
        self._policy = policy
        self._strict = strict
        self._stop = stop
        self._worker: AnyWorker | None = None
        self._refused: CheckStopped | None = None
        self._budget = budget or Budget()

    def __enter__(self) -> "Sitting":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ZygoteLost):  # then the worker is gone with it, and the checks have said so
            self._end_worker()

    def load(self, output: bytearray) -> None:
        """Make sure that a worker has the submission loaded; what the import prints is added to `output`.

        Raises:
            CheckStopped: the submission cannot be loaded; it is not tried again.
            GraderFault: no worker can be had.
        """
        if self._refused:
            raise self._refused
        if self.submission.problem:
            problem = self.submission.problem
            raise self._refuse(SubmissionError(problem.template, **problem.values))
        if self._worker is None:
            self._start_worker()
            if self._policy.cuda and self.device == "cpu":
                raise Deferred("Needs a GPU, and torch finds none. Its points are deferred.")
            assert self._worker is not None
            load = {"do": "load", "name": self.submission.name, "source": self.submission.source}
            try:
                self.ask(load, self.limits.import_s, output)
            except CheckStopped as stopped:
                refused = SubmissionError("The module cannot be imported. {reason}", reason=stopped.message)
                raise self._refuse(refused) from stopped

    def ask(self, request: dict[str, Any], seconds: float, output: bytearray) -> Any:
        """The value that the loaded worker gives back; what it printed is added to `output`.

        Raises:
            CheckStopped: the submission gave no value, in whichever way.
        """
        assert self._worker is not None
        started = time.monotonic()
        try:
            return self._exchange(self._worker, request, seconds, output)
        finally:
            self._budget.spent_s += time.monotonic() - started

    def _refuse(self, stopped: CheckStopped) -> CheckStopped:
        """Remember why the module cannot be loaded: every check ends so, and it is tried once."""
        self._refused = stopped
        self._end_worker()
        return stopped

    def _start_worker(self) -> None:
        self._scratch = new_scratch()
        try:
            worker = self._zygote.fork(replace(self._policy, scratch=self._scratch.name))
            hello = worker.hello()
        except BaseException:
            self._scratch.cleanup()
            raise
        self._worker = worker
        self.layers, self.device = hello.layers, hello.device
        unprotected = protection.missing(self.layers)
        if self._strict and unprotected:
            raise SandboxTooWeak(
                "The strict sandbox does not hold on this machine: a hand-in could {lost}. "
                "See `course doctor`, or use --sandbox auto.",
                lost="; ".join(each.lost for each in unprotected),
            )

    def _end_worker(self) -> int | None:
        worker, self._worker = self._worker, None
        if worker is None:
            return None
        try:
            return worker.close()
        finally:
            self._scratch.cleanup()

    def _exchange(self, worker: AnyWorker, request: dict[str, Any], seconds: float, output: bytearray) -> Any:
        left = self.limits.submission_s - self._budget.spent_s
        if left <= 0:
            raise TimedOut(
                "The {total:g} s for all checks together were used up before this one.",
                total=self.limits.submission_s,
            )
        keep = self.limits.output_kb * 1024 - len(output)
        sent = {"filename": self.submission.filename, **request}
        try:
            reply = worker.ask(sent, time.monotonic() + min(seconds, left), keep, self._stop)
        except OutOfTime as error:
            self._end_worker()
            raise TimedOut(
                "No answer within {seconds:g} s. Is there a loop that never ends?", seconds=min(seconds, left)
            ) from error
        except WorkerGone as gone:
            self._end_worker()
            raise self._crash(gone.code) from gone
        except CodecError as error:
            self._end_worker()
            raise Invalid("What came back is no plain data ({reason}).", reason=error) from error
        finally:
            output += worker.printed
        if "broken" in reply:
            raise self._whose_fault(sent, _text(reply["broken"]))
        return self._value(reply)

    def _value(self, reply: dict[str, Any]) -> Any:
        if "value" in reply:
            return reply["value"]
        fault = reply.get("fault")
        if type(fault) is dict:
            raise self._fault(fault)
        raise Invalid("What came back is no plain data ({reason}).", reason=_text(reply.get("invalid")) or "nothing")

    def _whose_fault(self, request: dict[str, Any], claim: str) -> Exception:
        """A worker says that the probe is broken. One that never met the submission tells whether that is so."""
        self._end_worker()
        self._start_worker()
        worker = self._worker
        assert worker is not None
        empty = {"do": "load", "name": self.submission.name, "filename": self.submission.filename, "source": b""}
        try:
            for sent in (empty, request) if request["do"] == "call" else (empty,):
                reply = worker.ask(sent, time.monotonic() + self.limits.check_s, 0)
            broken = "broken" in reply
        except (OutOfTime, WorkerGone, CodecError):
            broken = True
        finally:
            self._end_worker()
        if broken:
            return WorkerUnavailable(f"a probe could not start: {claim}")
        return Invalid("What came back is no plain data ({reason}).", reason="it blames the check, which works")

    def _fault(self, fault: dict[str, Any]) -> CheckStopped:
        kind, lines = _text(fault.get("kind")), _lines(fault.get("lines"))
        error = f"{_text(fault.get('type'), 100)}: {_text(fault.get('message'))}".removesuffix(": ")
        error = error or "it says no more"
        where = self._where(lines)
        if kind == "not_started":
            if not lines:
                return NotStarted("Not started: the line that raises NotImplementedError is still there.")
            return NotStarted("Not started: {function} still raises NotImplementedError.", function=lines[-1][1])
        if kind == "missing":
            return self._missing(fault.get("message"))
        if kind == "memory":
            return Crashed(
                "Ran out of memory: {limit} MiB are allowed ({error}).{where}",
                limit=self.limits.memory_mb, error=error, where=where,
            )
        if kind == "exit":
            return Crashed("The code called exit ({error}).{where}", error=error, where=where)
        if kind == "syntax":
            number = lines[0][0] if lines else 0
            return SubmissionError(
                "{file}, line {line}: {error}.\n    {text}",
                file=self.submission.filename, line=number, error=_text(fault.get("message")) or "wrong syntax",
                text=self.submission.line(number),
            )
        if not lines:
            return WrongAnswer("What your code gave back cannot be used here ({error}).", error=error)
        return SubmissionError("{error}{where}", error=error, where=where)

    def _missing(self, names: object) -> CheckStopped:
        name, near = [_text(name, 100) for name in [*names, "", ""][:2]] if type(names) is list else ("", "")
        values = {"file": self.submission.filename, "name": name, "near": near}
        if near:
            return SubmissionError("{file} defines no {name}. Did you mean {near}?", **values)
        return SubmissionError("{file} defines no {name}.", **{**values, "name": name or "name that is asked"})

    def _where(self, lines: list[tuple[int, str]]) -> str:
        return "".join(
            f"\n  {self.submission.place(number)}, in {function}\n    {self.submission.line(number)}"
            for number, function in lines
        )

    def _crash(self, code: int | None) -> CheckStopped:
        if code is None:
            return Crashed("The process broke off its connection and went on.")
        if code == memory.EXIT_CODE:
            return Crashed("Ran out of memory: {limit} MiB are allowed.", limit=self.limits.memory_mb)
        if code < 0:
            return Crashed(
                "The process was killed by {signal}: a fault in compiled code, or processor time or memory ran out.",
                signal=signal_name(code),
            )
        return Crashed("The process ended itself with exit code {code}: something calls exit.", code=code)


def _text(sent: object, most: int = 1000) -> str:
    """A text that a worker sent, cut short; nothing where it sent something else."""
    return sent[:most] if type(sent) is str else ""


def _lines(sent: object) -> list[tuple[int, str]]:
    if type(sent) is not list:
        return []
    return [
        (item[0], _text(item[1], 100))
        for item in sent[:10]
        if type(item) is list and len(item) == 2 and type(item[0]) is int and type(item[1]) is str
    ]
