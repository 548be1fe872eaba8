"""Workers where none can be forked: each a process of its own, the next one warm before it is asked for.

The protocol is the zygote's, over the process's standard input and output. No sandbox holds these workers;
a worker that takes too long is still killed from outside.
"""

import contextlib
import os
import queue
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import IO, Any

from grader import channel, codec
from grader.errors import Abandoned, LibraryMissing, WorkerUnavailable, ZygoteLost
from grader.sandbox.policy import Policy
from grader.zygote import (
    CLEAN_ENVIRONMENT,
    END_S,
    FORK_S,
    KEPT_VARIABLES,
    START_S,
    STOP_S,
    Hello,
    OutOfTime,
    WorkerGone,
    answer,
)

JOIN_S = 0.5
"""A process that detached itself may hold a pipe open for ever; the thread that reads it is left behind."""
QUIET_S = 0.005
"""What was printed comes over another pipe than the reply; so long it may lag behind."""
COMMAND = (sys.executable, "-P", "-m", "grader.worker.spawned")
KEPT_HERE = ("PATH", "PATHEXT", "WINDIR", "COMSPEC", "TEMP", "DYLD_LIBRARY_PATH")


class Spawner:
    """Starts workers that have `libraries`, one always ahead. Use as a context manager."""

    def __init__(self, libraries: Sequence[str]) -> None:
        self.libraries = tuple(libraries)
        self._lock = threading.Lock()
        self._closed = False
        self._failed = False
        self._running: set[Process] = set()
        self._next: Process | None = None
        self.prepare()

    @property
    def alive(self) -> bool:
        """Whether it can start workers, or may come to it."""
        return not self._failed

    def __enter__(self) -> "Spawner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every worker it still has."""
        self._closed = True
        for process in list(self._running):
            self.end(process)

    def prepare(self) -> None:
        """Start the next worker, unless it is there or this is over."""
        if self._next is None and not self._closed:
            self._next = Process(self.libraries)
            self._running.add(self._next)

    def wait_until_ready(self) -> None:
        """Wait for the imports of the next worker.

        Raises:
            LibraryMissing: one of them fails.
            ZygoteLost: the process is gone.
        """
        self.prepare()
        if self._next is None or self._next.ready:
            return
        try:
            event = self._next.receive(time.monotonic() + START_S)
        except (WorkerGone, OutOfTime, codec.CodecError) as error:
            self._lose_next()
            raise ZygoteLost("a process for workers ended while it started") from error
        if event.get("event") == "failed":
            self._failed = True
            self._lose_next()
            raise LibraryMissing(
                "{libraries} cannot be imported: {reason}",
                libraries=", ".join(self.libraries), reason=event.get("message"),
            )  # fmt: skip
        self._next.ready = True

    def fork(self, policy: Policy) -> "SpawnedWorker":
        """A worker of its own for one submission.

        Raises:
            LibraryMissing: the libraries cannot be imported.
            ZygoteLost: no process could be started.
        """
        with self._lock:
            self.wait_until_ready()
            process, self._next = self._next, None
        if process is None:
            raise ZygoteLost("the processes for workers are ended")
        self.prepare()  # imports while this one works
        process.send(codec.encode({"policy": policy.plain()}))
        return SpawnedWorker(self, process)

    def end(self, process: "Process") -> int | None:
        """Kill the process if it still runs, and give its exit code."""
        self._running.discard(process)
        return process.end()

    def _lose_next(self) -> None:
        if self._next:
            self.end(self._next)
        self._next = None


class SpawnedWorker:
    """One process that serves one submission. All it sends is taken as hostile."""

    def __init__(self, spawner: Spawner, process: "Process") -> None:
        self._spawner = spawner
        self._process = process
        self.printed = process.printed

    def hello(self) -> Hello:
        """The worker's first message, sent before it has met the submission.

        Raises:
            WorkerUnavailable: it did not come up.
        """
        try:
            return Hello.of_reply(self._process.receive(time.monotonic() + FORK_S))
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
        self._process.keep = keep
        token = secrets.token_hex(8)
        self._process.send(codec.encode({"id": token, **request}))
        reply = self._process.receive(deadline, stop)
        self._process.drain()
        return answer(reply, token, self._process.incoming)

    def close(self) -> int | None:
        """Kill it with what it started, give its exit code, and let the next one begin to import."""
        code = self._spawner.end(self._process)
        self._spawner.prepare()
        return code


class Process:
    """The process of a worker, and the threads that read and write its pipes."""

    def __init__(self, libraries: Sequence[str]) -> None:
        self.ready = False
        self.keep = 65536
        self.printed = bytearray()
        self.incoming = bytearray()
        self._read: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
        self._to_write: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        names = (*KEPT_VARIABLES, *KEPT_HERE)
        environment = {**CLEAN_ENVIRONMENT, "PYTHONUTF8": "1"}
        environment |= {name: os.environ[name] for name in names if name in os.environ}
        self._popen = subprocess.Popen(
            [*COMMAND, *libraries],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **_own_group(),
        )
        assert self._popen.stdin and self._popen.stdout and self._popen.stderr
        self._threads = [
            threading.Thread(target=self._pump, args=("reply", self._popen.stdout), daemon=True),
            threading.Thread(target=self._pump, args=("printed", self._popen.stderr), daemon=True),
            threading.Thread(target=self._write, args=(self._popen.stdin,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def send(self, data: bytes) -> None:
        """Have it written; one that does not read is found out by its silence."""
        self._to_write.put(channel.HEADER.pack(len(data)) + data)

    def receive(self, deadline: float, stop: threading.Event | None = None) -> Any:
        """The next message; `Worker.ask` says what it raises."""
        while True:
            if stop is not None and stop.is_set():
                raise Abandoned
            message = channel.take(self.incoming)
            if message is not None:
                return codec.decode(message)
            left = deadline - time.monotonic()
            if left <= 0:
                raise OutOfTime
            with contextlib.suppress(queue.Empty):
                if not self._note(*self._read.get(timeout=left if stop is None else min(left, STOP_S))):
                    self.drain()
                    raise WorkerGone(self._code(max(0.5, min(END_S, deadline - time.monotonic()))))

    def drain(self) -> None:
        """Take what was printed and has not come yet."""
        end = time.monotonic() + 40 * QUIET_S
        with contextlib.suppress(queue.Empty):
            while time.monotonic() < end:
                self._note(*self._read.get(timeout=QUIET_S))

    def end(self) -> int | None:
        """Kill it and what it started, as far as the system allows, and wait for it."""
        self._to_write.put(None)
        code = self._popen.poll()
        _kill(self._popen)
        for thread in self._threads:
            thread.join(JOIN_S)
        return self._code(END_S) if code is None else code

    def _code(self, patience_s: float) -> int | None:
        try:
            return self._popen.wait(patience_s)
        except subprocess.TimeoutExpired:
            return None

    def _note(self, kind: str, data: bytes) -> bool:
        """Keep what came; False once the worker has closed its end."""
        if kind == "printed":
            self.printed += data[: max(0, self.keep - len(self.printed))]
            return True
        self.incoming += data
        return bool(data)

    def _pump(self, kind: str, pipe: IO[bytes]) -> None:
        descriptor = pipe.fileno()
        with contextlib.suppress(OSError), pipe:
            while data := os.read(descriptor, 2**16):
                self._read.put((kind, data))
        if kind == "reply":
            self._read.put((kind, b""))

    def _write(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError), pipe:
            while (data := self._to_write.get()) is not None:
                pipe.write(data)
                pipe.flush()


def _own_group() -> dict[str, Any]:
    """A group of its own, so that Ctrl-C does not reach it and all of it can be ended."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, stdin=subprocess.DEVNULL, capture_output=True, check=False)
            process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
