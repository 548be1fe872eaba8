"""A process that has imported the libraries and forks a supervised worker at each request.

Requests come over one socket, each with two descriptors: the worker's channel and the pipe for what
it prints. Replies tell which worker was made and how each one ended.
"""

import gc
import importlib
import os
import selectors
import signal
import socket
import sys

from grader import channel
from grader.sandbox import libc, memory
from grader.sandbox.policy import Policy

# Workers cannot read this package's files: all that a probe may import is imported before the fork.
from grader.worker import describe, shortcuts, supervisor  # noqa: F401

READY = "ready"
FORKED = "forked"
ENDED = "ended"
FAILED = "failed"


def serve(descriptor: int, libraries: list[str]) -> None:
    """Import `libraries`, report, and fork workers until the other side closes."""
    control = socket.socket(fileno=descriptor)
    os.set_inheritable(descriptor, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's business
    try:
        _prepare(libraries)
    except Exception as error:  # whatever an import raises is the installation's fault
        channel.send(control, {"event": FAILED, "message": f"{type(error).__name__}: {error}"[:2000]})
        return
    channel.send(control, {"event": READY})
    gc.collect()
    gc.freeze()
    Zygote(control).run()


def _prepare(libraries: list[str]) -> None:
    if "tensorflow" not in libraries:
        # torch.utils.tensorboard would import it: seconds lost, and two known crashes.
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    for library in libraries:
        importlib.import_module(library)


class Zygote:
    """Forks workers, ends them when told, reports how they ended."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.supervisors: dict[int, int] = {}
        libc.prctl(libc.PR_SET_CHILD_SUBREAPER, 1)

    def run(self) -> None:
        """Serve until the grader closes its end, then end every worker."""
        wake, woken = os.pipe()
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        with selectors.DefaultSelector() as selector:
            selector.register(self.control, selectors.EVENT_READ)
            selector.register(wake, selectors.EVENT_READ)
            try:
                while True:
                    for key, _ in selector.select():
                        if key.fileobj is self.control:
                            self._answer()
                        else:
                            os.read(wake, 4096)
                    self._reap()
            except channel.ChannelClosed:
                pass
        self._end_all()

    def _answer(self) -> None:
        data, descriptors, _, _ = socket.recv_fds(self.control, channel.HEADER.size, 2)
        if not data:
            raise channel.ChannelClosed
        request = channel.receive_after(self.control, data)
        if request["event"] == "end":
            if request["worker"] in self.supervisors:
                os.kill(request["worker"], signal.SIGTERM)
            return
        policy = Policy.from_plain(request["policy"])
        number = os.fork()
        if number == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            supervisor.run(policy, descriptors[0], descriptors[1])
        for descriptor in descriptors:
            os.close(descriptor)
        self.supervisors[number] = number
        channel.send(self.control, {"event": FORKED, "worker": number})

    def _end_all(self) -> None:
        for number in self.supervisors:
            os.kill(number, signal.SIGTERM)
        while self.supervisors:
            number, _ = os.waitpid(-1, 0)
            self.supervisors.pop(number, None)
        self._end_strays()

    def _end_strays(self) -> None:
        """Kill children that are no supervisors: orphans of a supervisor that a worker managed to kill."""
        while strays := set(memory.children(os.getpid())) - set(self.supervisors):
            for number in strays:
                os.kill(number, signal.SIGKILL)
                os.waitpid(number, 0)

    def _reap(self) -> None:
        while self.supervisors:
            number, status = os.waitpid(-1, os.WNOHANG)
            if number == 0:
                return
            if self.supervisors.pop(number, None):
                self._end_strays()
                code = os.waitstatus_to_exitcode(status)
                channel.send(self.control, {"event": ENDED, "worker": number, "code": code})
