"""A process that has imported the libraries and forks a worker at each request.

Requests come over one socket. One for a worker brings two descriptors: the worker's channel and the pipe for
what it prints. Replies tell which worker was made and how each one ended. One for a branch brings the other end
of a line of its own: the branch is a zygote too, forked from this one, perhaps with shortcuts taken out.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import time
from dataclasses import dataclass
from typing import NoReturn

from grader import channel
from grader.sandbox import enter, libc, memory
from grader.sandbox.policy import Policy

# Workers cannot read this package's files: all that a probe may import is imported before the fork.
from grader.worker import describe, process, session, shortcuts  # noqa: F401
from grader.worker.libraries import load

READY = "ready"
FORKED = "forked"
ENDED = "ended"
FAILED = "failed"

LOOK_S = 0.05
"""How often the workers' memory is looked at."""
SLACK = 1.1
"""The worker's own limit comes first, for it raises MemoryError where the mistake is."""


def serve(descriptor: int, libraries: list[str]) -> None:
    """Import `libraries`, report, and fork workers until the other side closes."""
    control = socket.socket(fileno=descriptor)
    os.set_inheritable(descriptor, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's business
    try:
        load(libraries)
    except Exception as error:  # whatever an import raises is the installation's fault
        channel.send(control, {"event": FAILED, "message": f"{type(error).__name__}: {error}"[:2000]})
        return
    session.seed(0)  # the first call of these functions takes 10 ms, which each worker would pay
    _serve_from(control)


def _serve_from(control: socket.socket) -> None:
    channel.send(control, {"event": READY})
    gc.freeze()
    Zygote(control).run()


def _become_branch(descriptor: int, off: tuple[str, ...]) -> NoReturn:
    """Go on as a zygote of its own after the fork: nothing of the other one's may be held or gone on with."""
    try:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.set_wakeup_fd(-1)
        os.dup2(descriptor, 3, inheritable=False)
        os.closerange(4, os.sysconf("SC_OPEN_MAX"))
        shortcuts.take_out(off)
        _serve_from(socket.socket(fileno=3))
    finally:
        os._exit(0)


@dataclass
class Running:
    """A worker, as its zygote knows it."""

    memory_mb: int
    memory_at_start_mb: float
    too_large: bool = False


class Zygote:
    """Forks workers, ends them when told or when they take too much memory, reports how they ended."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.workers: dict[int, Running] = {}
        self.branches: set[int] = set()
        libc.prctl(libc.PR_SET_CHILD_SUBREAPER, 1)

    def run(self) -> None:
        """Serve until the grader closes its end, then end every worker."""
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        with selectors.DefaultSelector() as selector:
            selector.register(self.control, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            look_at = 0.0
            try:
                while True:
                    for key, _ in selector.select(LOOK_S if self.workers else None):
                        if key.fileobj is self.control:
                            self._answer()
                        else:
                            os.read(woken, 4096)
                    self._reap()
                    if time.monotonic() >= look_at:
                        self._end_strays()  # what detaches itself would be counted for no worker
                        self._watch_memory()
                        look_at = time.monotonic() + LOOK_S
            except channel.ChannelClosed:
                pass
        self._end_all()

    def _answer(self) -> None:
        data, descriptors, _, _ = socket.recv_fds(self.control, channel.HEADER.size, 2)
        if not data:
            raise channel.ChannelClosed
        request = channel.receive_after(self.control, data)
        if request["event"] == "end":
            if request["worker"] in self.workers:
                os.kill(request["worker"], signal.SIGKILL)
            return
        if request["event"] == "branch":
            number = os.fork()
            if number == 0:
                _become_branch(descriptors[0], tuple(request["off"]))
            os.close(descriptors[0])
            self.branches.add(number)
            return
        policy = Policy.from_plain(request["policy"])
        number, forked = enter.fork(policy)
        if number == 0:
            process.become_worker(policy, forked, descriptors[0], descriptors[1])
        for descriptor in descriptors:
            os.close(descriptor)
        self.workers[number] = Running(policy.limits.memory_mb, memory.used_mb(number))
        channel.send(self.control, {"event": FORKED, "worker": number})

    def _reap(self) -> None:
        while self.workers or self.branches:
            number, status = os.waitpid(-1, os.WNOHANG)
            if number == 0:
                return
            self.branches.discard(number)
            ended = self.workers.pop(number, None)
            if ended:
                self._end_strays()
                code = memory.EXIT_CODE if ended.too_large else os.waitstatus_to_exitcode(status)
                channel.send(self.control, {"event": ENDED, "worker": number, "code": code})

    def _end_strays(self) -> None:
        """Kill what a worker left behind; with PID namespaces the kernel has done so already."""
        while strays := set(memory.children(os.getpid())) - set(self.workers) - self.branches:
            for number in strays:
                with contextlib.suppress(ProcessLookupError, ChildProcessError):
                    os.kill(number, signal.SIGKILL)
                    os.waitpid(number, 0)

    def _end_all(self) -> None:
        for number in self.workers:
            os.kill(number, signal.SIGKILL)
        self.workers.clear()
        self.branches.clear()
        self._end_strays()

    def _watch_memory(self) -> None:
        for number, worker in self.workers.items():
            limit = worker.memory_mb * SLACK
            if memory.family_mb(number, worker.memory_at_start_mb, limit) > limit:
                worker.too_large = True
                os.kill(number, signal.SIGKILL)
