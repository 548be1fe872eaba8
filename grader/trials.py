"""Try the sandbox for real: from inside a worker, reach for what it must not reach."""

import contextlib
import os
import select
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader.language import mark, translate
from grader.limits import Limits
from grader.sandbox.policy import Policy
from grader.zygote import OutOfTime, Worker, WorkerGone, Zygote, new_scratch

TRIAL_S = 20
END_S = 2
MEMORY_MB = 128


@dataclass(frozen=True)
class Trial:
    """What was tried, and whether the sandbox held."""

    name: str
    held: bool
    tried: str


def try_all(zygote: Zygote, policy: Policy) -> Iterator[Trial]:
    """Each protection, tried in a worker of its own."""
    yield Trial("files", _holds(zygote, policy, _read_a_file), mark("open a file outside of its folder"))
    yield Trial("network", _holds(zygote, policy, _connect), mark("connect to a port on this machine"))
    yield Trial("processes", _holds(zygote, policy, _signal), mark("signal the grader"))
    yield Trial("clean-up", _leaves_nothing(zygote, policy), mark("leave a process behind"))
    yield Trial("memory", _holds(zygote, policy, _take_memory), translate("take more than {size} MiB", size=MEMORY_MB))
    yield Trial("disk", _holds(zygote, policy, _fill_disk), mark("write more than its folder may hold"))
    yield Trial("time", _is_stopped(zygote, policy), mark("run for ever"))


@contextlib.contextmanager
def _read_a_file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        secret = Path(folder) / "secret"
        secret.write_text("secret")
        Path(folder).chmod(0o755)
        yield f"open({str(secret)!r}).read()"


@contextlib.contextmanager
def _connect() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"import socket\nsocket.create_connection(('127.0.0.1', {server.getsockname()[1]}), timeout=3)"


@contextlib.contextmanager
def _signal() -> Iterator[str]:
    yield f"import os\nos.kill({os.getpid()}, 0)"


@contextlib.contextmanager
def _take_memory() -> Iterator[str]:
    yield f"held = bytearray({3 * MEMORY_MB} * 2**20)"


@contextlib.contextmanager
def _fill_disk() -> Iterator[str]:
    yield (
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "for number in range(64):\n    open(f'fill{number}', 'wb').write(bytes(2**20))"
    )


@contextlib.contextmanager
def _worker(zygote: Zygote, policy: Policy) -> Iterator[Worker]:
    with new_scratch() as scratch:
        limits = Limits(memory_mb=MEMORY_MB, scratch_mb=16, file_mb=8)
        worker = zygote.fork(replace(policy, scratch=scratch, limits=limits))
        worker.hello()
        try:
            yield worker
        finally:
            worker.close()


def _run(worker: Worker, code: str, seconds: float = TRIAL_S) -> bool:
    """Whether the code went through."""
    request = {"do": "load", "name": "trial", "filename": "trial.py", "source": code.encode()}
    try:
        return "value" in worker.ask(request, time.monotonic() + seconds, 1024)
    except WorkerGone:
        return False


def _holds(
    zygote: Zygote, policy: Policy, trial: Callable[[], contextlib.AbstractContextManager[str]]
) -> bool:
    with trial() as code, _worker(zygote, policy) as worker:
        return not _run(worker, code)


def _is_stopped(zygote: Zygote, policy: Policy) -> bool:
    with _worker(zygote, policy) as worker:
        try:
            _run(worker, "while True: pass", 0.5)
        except OutOfTime:
            return True
    return False


def _leaves_nothing(zygote: Zygote, policy: Policy) -> bool:
    """A daemon holds the pipe for printed text open; once the worker is closed, the pipe must have ended."""
    daemon = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
"""
    with new_scratch() as scratch:
        worker = zygote.fork(replace(policy, scratch=scratch))
        worker.hello()
        pipe = os.dup(worker.output)
        try:
            _run(worker, daemon)
            worker.close()
            ready, _, _ = select.select([pipe], [], [], END_S)
            return bool(ready) and os.read(pipe, 1024) == b""
        finally:
            os.close(pipe)
