"""The grader's end of the untrusted side: a zygote, its branches, and the workers they fork."""

import contextlib
import os
import secrets
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from grader import channel, codec
from grader.errors import Abandoned, LibraryMissing, WorkerUnavailable, ZygoteLost
from grader.sandbox.policy import Policy
from grader.scratch import Scratch

START_S = 180
FORK_S = 30
END_S = 10
DRAIN_S = 0.2
STOP_S = 0.05
"""How often a worker that is waited for asks whether the run goes on."""
LEAST_PATIENCE_S = 0.5

CLEAN_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    # One thread: no pool of threads is lost in the fork, and two workers do not fight for two cores.
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "MPLBACKEND": "Agg",
    # Memory in huge pages, where glibc and the kernel offer them: libraries import faster, and a fork, which copies
    # the tables of all pages, costs a third. So that Python's objects lie there too, it asks glibc for each.
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=16777216",
    "PYTHONMALLOC": "malloc",
}
KEPT_VARIABLES = ("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "SYSTEMROOT")


class WorkerGone(Exception):
    """The worker ended before it answered; `code` is its exit code, negative for a signal."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class OutOfTime(Exception):
    """The worker did not answer by the deadline."""


class Branch:
    """The line to a process that has imported `libraries` and forks sandboxed workers. Use as a context manager.

    It is a zygote, or one that a zygote forked: with a group of shortcuts taken out once for all its workers,
    or for another grader, so that the libraries are imported once for all of them.
    """

    def __init__(self, libraries: Sequence[str], control: socket.socket) -> None:
        self.libraries = tuple(libraries)
        self._control = control
        self._lock = threading.Lock()
        self._ready = False
        self._failed = False
        self._ended: dict[int, int] = {}
        self._without: dict[tuple[str, ...], Branch] = {}

    @property
    def alive(self) -> bool:
        """Whether it can fork workers, or may come to it."""
        return not self._failed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End it and every worker it still has."""
        for branch in self._without.values():
            branch.close()
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # wakes a thread that still waits for it
        self._control.close()

    def wait_until_ready(self) -> None:
        """Wait for the imports.

        Raises:
            LibraryMissing: one of them fails.
            ZygoteLost: the process is gone.
        """
        if self._ready:
            return
        event = self._next_event(time.monotonic() + START_S)
        if event.get("event") == "failed":
            self._failed = True
            raise LibraryMissing(
                "{libraries} cannot be imported: {reason}",
                libraries=", ".join(self.libraries),
                reason=event.get("message"),
            )
        self._ready = True

    def fork(self, policy: Policy) -> "Worker":
        """A new worker under the policy.

        Raises:
            LibraryMissing: the zygote cannot import its libraries.
            ZygoteLost: the zygote is gone.
            WorkerUnavailable: the worker did not come up.
        """
        if policy.off:
            return self._branch_without(policy.off).fork(replace(policy, off=()))
        with self._lock:
            self.wait_until_ready()
            ours, theirs = socket.socketpair()
            readable, writable = os.pipe()
            try:
                self._ask({"event": "fork", "policy": policy.plain()}, theirs.fileno(), writable)
                number = self._wait_for("forked")["worker"]
            except BaseException:
                ours.close()
                os.close(readable)
                raise
            finally:
                theirs.close()
                os.close(writable)
        return Worker(self, number, ours, readable)

    def branch(self, off: tuple[str, ...] = ()) -> socket.socket:
        """The line to a process like this one, forked from it, without these groups of shortcuts.

        Raises:
            LibraryMissing: the libraries cannot be imported.
            ZygoteLost: the process is gone.
        """
        with self._lock:
            self.wait_until_ready()
            ours, theirs = socket.socketpair()
            try:
                self._ask({"event": "branch", "off": off}, theirs.fileno())
            except BaseException:
                ours.close()
                raise
            finally:
                theirs.close()
        return ours

    def _branch_without(self, off: tuple[str, ...]) -> "Branch":
        made = self._without.get(off)
        if made is None or not made.alive:
            if made:
                made.close()
            self._without[off] = made = Branch(self.libraries, self.branch(off))
        return made

    def _ask(self, request: dict[str, Any], *descriptors: int) -> None:
        body = codec.encode(request)
        try:
            socket.send_fds(self._control, [channel.HEADER.pack(len(body))], descriptors)
            self._control.sendall(body)
        except OSError as error:
            raise self._lost() from error

    def end(self, number: int) -> int | None:
        """Kill the worker if it still runs, wait until all of it is gone, and give its exit code."""
        with self._lock:
            if number not in self._ended:
                try:
                    channel.send(self._control, {"event": "end", "worker": number})
                except (OSError, channel.ChannelClosed) as error:
                    raise self._lost() from error
            code = self._code(number, time.monotonic() + END_S)
            self._ended.pop(number, None)
            return code

    def code(self, number: int, patience_s: float) -> int | None:
        """The exit code of a worker that is ending by itself; None if it has not ended in time."""
        with self._lock:
            return self._code(number, time.monotonic() + patience_s)

    def _code(self, number: int, deadline: float) -> int | None:
        while number not in self._ended:
            try:
                self._note(self._next_event(deadline))
            except TimeoutError:
                return None
        return self._ended[number]

    def _wait_for(self, kind: str) -> dict[str, Any]:
        deadline = time.monotonic() + FORK_S
        while True:
            try:
                event = self._next_event(deadline)
            except TimeoutError as error:
                raise WorkerUnavailable(f"no worker within {FORK_S} s") from error
            if event["event"] == kind:
                return event
            self._note(event)

    def _note(self, event: dict[str, Any]) -> None:
        if event["event"] == "ended":
            self._ended[event["worker"]] = event["code"]

    def _next_event(self, deadline: float) -> dict[str, Any]:
        try:
            self._control.settimeout(max(0.01, deadline - time.monotonic()))
            event: dict[str, Any] = channel.receive(self._control)
            self._control.settimeout(None)
            return event
        except channel.ChannelClosed as error:
            raise self._lost() from error

    def _lost(self) -> ZygoteLost:
        self._failed = True
        return ZygoteLost("the process that forks the workers is gone")


class Zygote(Branch):
    """A process of its own that imports `libraries`, at the other end of the line."""

    def __init__(self, libraries: Sequence[str]) -> None:
        control, theirs = socket.socketpair()
        super().__init__(libraries, control)
        command = [sys.executable, "-P", "-m", "grader.worker", str(theirs.fileno()), *self.libraries]
        environment = CLEAN_ENVIRONMENT | {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        try:
            self._process = subprocess.Popen(
                command,
                env=environment,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            theirs.close()

    @property
    def alive(self) -> bool:
        """Whether it can fork workers, or may come to it."""
        return super().alive and self._process.poll() is None

    def close(self) -> None:
        """End the process and all that it forked."""
        super().close()
        if not self._ready:
            self._process.kill()  # it still imports, so it has no worker, and would not look up for seconds
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass(frozen=True)
class Hello:
    """What a worker says of itself before it has met the submission."""

    layers: dict[str, str]
    """For each layer of the sandbox `held`, or why it does not."""
    device: str
    """`cpu`, or the GPU's name."""

    @classmethod
    def of_reply(cls, reply: dict[str, Any]) -> "Hello":
        """What a worker sent."""
        layers = {str(layer): str(state) for layer, state in reply["layers"].items()}
        return cls(layers, str(reply["device"]))


class Worker:
    """One sandboxed process. All it sends is taken as hostile."""

    def __init__(self, zygote: Branch, number: int, sock: socket.socket, output: int) -> None:
        self._zygote = zygote
        self._number = number
        self._sock = sock
        self.output = output
        """The read end of the pipe for what it prints."""
        self._incoming = bytearray()
        self._selector = selectors.DefaultSelector()
        self._selector.register(sock, selectors.EVENT_READ)
        self._selector.register(output, selectors.EVENT_READ)
        sock.setblocking(False)
        os.set_blocking(output, False)
        self.printed = bytearray()

    def hello(self) -> Hello:
        """The worker's first message, sent before it has met the submission.

        Raises:
            WorkerUnavailable: it did not come up.
        """
        try:
            return Hello.of_reply(self._receive(time.monotonic() + FORK_S))
        except (WorkerGone, OutOfTime, codec.CodecError) as error:
            self.close()
            words = self.printed.decode(errors="replace").strip()
            raise WorkerUnavailable(f"a worker did not start: {words or repr(error)}") from error

    def ask(
        self, request: dict[str, Any], deadline: float, keep: int, stop: threading.Event | None = None
    ) -> dict[str, Any]:
        """Send a request and wait for its reply; keep at most `keep` bytes of what is printed meanwhile.

        Raises:
            Abandoned: `stop` was set.
            OutOfTime: no reply by the deadline.
            WorkerGone: the worker ended.
            codec.CodecError: what came is no plain data, or no reply to this request.
        """
        self.printed.clear()
        self._keep = keep
        token = secrets.token_hex(8)
        self._send(codec.encode({"id": token, **request}), deadline)
        reply = self._receive(deadline, stop)
        self._drain(time.monotonic() + DRAIN_S)
        return answer(reply, token, self._incoming)

    def close(self) -> int | None:
        """Kill it with everything it started, wait for that, and give the exit code it ended with."""
        self._selector.close()
        self._sock.close()
        os.close(self.output)
        return self._zygote.end(self._number)

    _keep = 65536

    def _send(self, data: bytes, deadline: float) -> None:
        self._sock.settimeout(max(0.01, deadline - time.monotonic()))
        try:
            self._sock.sendall(channel.HEADER.pack(len(data)) + data)
        except TimeoutError as error:
            raise OutOfTime from error
        except OSError as error:
            raise self._gone(deadline) from error
        finally:
            self._sock.setblocking(False)

    def _receive(self, deadline: float, stop: threading.Event | None = None) -> Any:
        while True:
            if stop is not None and stop.is_set():
                raise Abandoned
            message = channel.take(self._incoming)
            if message is not None:
                return codec.decode(message)
            left = deadline - time.monotonic()
            if left <= 0:
                raise OutOfTime
            for key, _ in self._selector.select(left if stop is None else min(left, STOP_S)):
                if key.fileobj is not self._sock:
                    self._read_output()
                elif not self._read_socket():
                    self._drain(time.monotonic() + DRAIN_S)
                    raise self._gone(deadline)

    def _gone(self, deadline: float) -> WorkerGone:
        """How it ended. One that only closed its end and goes on is waited for no longer than for an answer."""
        patience = max(LEAST_PATIENCE_S, min(END_S, deadline - time.monotonic()))
        return WorkerGone(self._zygote.code(self._number, patience))

    def _read_socket(self) -> bool:
        try:
            part = self._sock.recv(2**20)
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        self._incoming += part
        return bool(part)

    def _read_output(self) -> bool:
        try:
            part = os.read(self.output, 2**16)
        except BlockingIOError:
            return False
        if not part:
            self._selector.unregister(self.output)
            return False
        self.printed += part[: max(0, self._keep - len(self.printed))]
        return True

    def _drain(self, deadline: float) -> None:
        while self.output in self._selector.get_map() and time.monotonic() < deadline and self._read_output():
            pass


def answer(reply: Any, token: str, more: bytearray) -> dict[str, Any]:
    """The reply, if it is one to the request with this token and nothing came with it.

    Raises:
        codec.CodecError: it is not.
    """
    if type(reply) is not dict or type(reply.get("id")) is not str or reply["id"] != token or more:
        raise codec.CodecError("the worker sent something that nobody asked for")
    return reply


def new_scratch() -> Scratch:
    """A scratch folder for one worker; removed with all that is in it when it is cleaned up.

    Raises:
        WorkerUnavailable: there is no place for one.
    """
    try:
        return Scratch()
    except OSError as error:
        raise WorkerUnavailable(
            f"no scratch folder can be made ({error.strerror}); set TMPDIR to a folder with room"
        ) from error


def signal_name(code: int) -> str:
    """`SIGKILL` for -9."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
