"""A worker's life: load one submission, then run the probes it is sent, each on that submission."""

import contextlib
import gc
import os
import random
import sys
import types
from collections.abc import Callable
from typing import Any

from grader import channel
from grader.codec import CodecError
from grader.worker import convert, faults
from grader.worker.submission import Submission, load

Reply = dict[str, Any]


def run(sock: channel.Line, layers: dict[str, str], *, cuda: bool) -> int:
    """Serve until the grader closes the channel; returns the exit code.

    `cuda` asks to start CUDA, which must not be before the fork.
    """
    gc.enable()
    channel.send(sock, {"layers": layers, "device": _device(cuda)})
    session = Session()
    while True:
        try:
            request = channel.receive(sock)
        except channel.ChannelClosed:
            return 0
        reply = session.answer(request)
        _flush()
        try:
            channel.send(sock, {"id": request["id"], **reply}, convert.to_plain)
        except CodecError as error:
            channel.send(sock, {"id": request["id"], "invalid": str(error)})
        except Exception as error:  # a method of the student's own, or no memory left for the copy
            channel.send(sock, {"id": request["id"], "fault": faults.describe(error, request["filename"])})


class Session:
    """The loaded submission and the probes that were sent so far."""

    def __init__(self) -> None:
        self.submission: Submission | None = None
        self.probes: dict[str, types.FunctionType] = {}

    def answer(self, request: dict[str, Any]) -> Reply:
        """Do what the request asks; whatever the student's code raises becomes part of the reply."""
        if request["do"] == "load":
            return self._student_side(request, self._load)
        try:
            probe = self._probe(request["probe"], request["source"])
            seed(request["seed"])
        except Exception as error:  # not the student's: the probe or the installation is broken
            return {"broken": f"{type(error).__name__}: {error}"}
        return self._student_side(
            request, lambda request: probe(self.submission, *request["args"], **request["kwargs"])
        )

    def _student_side(self, request: dict[str, Any], run: Callable[[dict[str, Any]], object]) -> Reply:
        try:
            return {"value": run(request)}
        except BaseException as error:  # SystemExit and KeyboardInterrupt too: it is the student's code
            fault = faults.describe(error, request["filename"])
            if isinstance(error, ImportError) and not fault["lines"]:
                return {"broken": f"{fault['type']}: {fault['message']}"}
            return {"fault": fault}

    def _load(self, request: dict[str, Any]) -> None:
        self.submission = load(request["name"], request["filename"], request["source"])

    def _probe(self, name: str, source: str) -> types.FunctionType:
        if source not in self.probes:
            namespace: dict[str, Any] = {"__name__": "probe"}
            exec(compile(source, faults.PROBE_FILE, "exec"), namespace)
            self.probes[source] = namespace[name]
        return self.probes[source]


def _device(cuda: bool) -> str:
    torch = sys.modules.get("torch")
    if not cuda or torch is None or not torch.cuda.is_available():
        return "cpu"
    return str(torch.cuda.get_device_name())


def seed(number: int) -> None:
    """Seed every generator that a submission may draw from."""
    random.seed(number)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(number % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.default_generator.manual_seed(number)
        if torch.cuda.is_initialized() or torch.backends.mps.is_available():
            torch.manual_seed(number)  # where no device is in use it takes 1 ms: it notes who called, for later
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        tensorflow.random.set_seed(number)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    os.chdir(os.environ["HOME"])
