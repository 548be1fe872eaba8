"""What a newly forked process does to become a worker: let go of everything, put the sandbox on, serve."""

import os
import signal
import socket
import sys
import tempfile
from typing import NoReturn

from grader.sandbox import enter, libc
from grader.sandbox.policy import Policy
from grader.worker import session


def become_worker(policy: Policy, forked: dict[str, str], channel_fd: int, output_fd: int) -> NoReturn:
    """Serve one submission, then exit. `forked` says how the fork's own layer fared."""
    code = 1
    try:
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        channel_fd = _only_these_descriptors(channel_fd, output_fd)
        os.environ.update(HOME=policy.scratch, TMPDIR=policy.scratch, USER="student", LOGNAME="student")
        tempfile.tempdir = policy.scratch  # a library may have asked before the fork, and it is remembered
        os.chdir(policy.scratch)
        report = enter.confine(policy, forked)
        libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)  # changing the user id forgot it
        code = session.run(socket.socket(fileno=channel_fd), report, cuda=policy.cuda)
    except BaseException as error:  # nothing of this process may go on in the zygote's code
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
