"""The process between the zygote and a worker: makes the namespaces, waits, leaves nothing alive.

It never runs a student's code. SIGTERM tells it to end the worker and all that the worker started; it
gets one when the zygote dies, too.
"""

import contextlib
import os
import signal
import sys
from typing import NoReturn

from grader.sandbox import enter, libc, memory
from grader.sandbox.policy import Policy
from grader.worker import session

AWAITED = {signal.SIGCHLD, signal.SIGTERM}
LOOK_S = 0.05
"""How often the worker's memory is looked at."""
SLACK = 1.1
"""The worker's own limit comes first, for it raises MemoryError where the mistake is."""


def run(policy: Policy, channel_fd: int, output_fd: int) -> NoReturn:
    """Fork the worker, wait for it, end whatever it left, and exit as it did."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, AWAITED)
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGTERM)
        os.setsid()
        libc.prctl(libc.PR_SET_CHILD_SUBREAPER, 1)
        report = enter.isolate(policy)
        number = os.getpid()
        worker = os.fork()
        if worker == 0:
            _become_worker(policy, report, number, channel_fd, output_fd)
        os.close(channel_fd)
        os.close(output_fd)
        code = _wait_for(worker, policy.limits.memory_mb)
        _end_descendants()
    finally:
        if code < 0:
            _die_of(-code)
        os._exit(code)


def _die_of(number: int) -> None:
    """End by the signal that ended the worker."""
    with contextlib.suppress(OSError):  # SIGKILL takes no handler
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
    os.kill(os.getpid(), number)


def _become_worker(
    policy: Policy, report: dict[str, str], number: int, channel_fd: int, output_fd: int
) -> NoReturn:
    code = 1
    try:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, AWAITED)
        channel_fd = _only_these_descriptors(channel_fd, output_fd)
        os.environ.update(HOME=policy.scratch, TMPDIR=policy.scratch, USER="student", LOGNAME="student")
        os.chdir(policy.scratch)
        report = enter.confine(policy, report, number)
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)  # changing the user id forgot it
        code = session.run(channel_fd, report, cuda=policy.cuda)
    except BaseException as error:  # nothing of this process may go on in the parent's code
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        os._exit(code)


def _only_these_descriptors(channel_fd: int, output_fd: int) -> int:
    channel_fd = os.dup2(channel_fd, max(channel_fd, output_fd, 10) + 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output_fd, 1)
    os.dup2(output_fd, 2)
    os.dup2(channel_fd, 3, inheritable=False)
    os.closerange(4, os.sysconf("SC_OPEN_MAX"))
    return 3


def _wait_for(worker: int, memory_mb: int) -> int:
    """The worker's exit code, or `memory.EXIT_CODE` where it and its children together took too much."""
    at_start = memory.used_mb(os.getpid())
    while True:
        heard = signal.sigtimedwait(AWAITED, LOOK_S)
        if heard and heard.si_signo == signal.SIGTERM:
            return -signal.SIGKILL
        while True:
            number, status = os.waitpid(-1, os.WNOHANG)
            if number == worker:
                return os.waitstatus_to_exitcode(status)
            if number == 0:
                break
        taken = sum(max(0, memory.used_mb(process) - at_start) for process in memory.family(worker))
        if taken > memory_mb * SLACK:
            return memory.EXIT_CODE


def _end_descendants() -> None:
    """Kill the worker if it still runs, and what it left behind."""
    while True:
        for child in memory.children(os.getpid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return
