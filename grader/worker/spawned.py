"""`python -m grader.worker.spawned LIBRARY …`: one worker, where no zygote can fork it (Windows, macOS).

Requests come on the standard input, replies go to the standard output; what the submission prints goes to
the standard error instead. Nothing here may import what only Linux has.
"""

import contextlib
import os
import signal
import sys
import tempfile

from grader import channel
from grader.sandbox.policy import LAYERS, Policy
from grader.sandbox.protection import NEEDS_LINUX
from grader.worker import session, shortcuts
from grader.worker.libraries import load


class Pipes:
    """Two pipes, used as a socket is."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def sendall(self, data: bytes, /) -> None:
        """Write all of it."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._outgoing, left[: 2**16]) :]

    def recv(self, size: int, /) -> bytes:
        """Read at most so much."""
        return os.read(self._incoming, size)


def serve(libraries: list[str]) -> int:
    """Import `libraries`, report, wait for a policy, then serve one submission; gives the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's business
    pipes = _take_pipes()
    try:
        load(libraries)
    except Exception as error:  # whatever an import raises is the installation's fault
        channel.send(pipes, {"event": "failed", "message": f"{type(error).__name__}: {error}"[:2000]})
        return 0
    channel.send(pipes, {"event": "ready"})
    try:
        policy = Policy.from_plain(channel.receive(pipes)["policy"])
    except channel.ChannelClosed:
        return 0
    for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"):
        os.environ[name] = policy.scratch
    tempfile.tempdir = policy.scratch
    os.chdir(policy.scratch)
    shortcuts.take_out(policy.off)
    return session.run(pipes, dict.fromkeys(LAYERS, NEEDS_LINUX), cuda=policy.cuda)


def _take_pipes() -> Pipes:
    """Keep the two pipes, and leave an empty input and the error stream to the submission."""
    incoming, outgoing = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return Pipes(incoming, outgoing)


if __name__ == "__main__":
    with contextlib.suppress(channel.ChannelClosed):
        os._exit(serve(sys.argv[1:]))
    os._exit(0)
