"""Namespaces: no other process, no network, no shared memory of others, a mount table of its own.

The zygote moves into a PID namespace of its own before it imports anything: whatever it forked dies
with it. Each worker is the first process of a PID namespace below that one: whatever a worker started
dies with the worker.

Needs: a kernel that lets this user make user namespaces (or root). Without it the network and
other processes stay in sight, and a process that detaches itself must be hunted down.
"""

import contextlib
import os
import signal
from pathlib import Path

from grader.sandbox import libc


def settle() -> None:
    """Go on as the first process of a new PID namespace, where that is possible.

    The process that called waits for the one that goes on and exits as it does. Call it while there
    is one thread and little memory.
    """
    try:
        _unshare(libc.CLONE_NEWPID | libc.CLONE_NEWNS)
    except OSError:
        return
    inner = os.fork()
    if inner:
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        _, status = os.waitpid(inner, 0)
        os._exit(min(max(os.waitstatus_to_exitcode(status), 0), 255))
    libc.prctl(libc.PR_SET_PDEATHSIG, signal.SIGKILL)
    with contextlib.suppress(OSError):  # a container that masks parts of /proc allows no other
        libc.mount("none", "/", None, libc.MS_REC | libc.MS_PRIVATE)
        libc.mount("proc", "/proc", "proc", libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)


def fork() -> int:
    """As `os.fork`, with the child as the first process of a PID namespace of its own.

    Raises:
        OSError: the kernel does not allow it; nothing was forked.
    """
    home = os.open("/proc/self/ns/pid", os.O_RDONLY)
    number = -1
    try:
        libc.unshare(libc.CLONE_NEWPID)
        try:
            number = os.fork()
        finally:
            if number != 0:
                libc.setns(home, libc.CLONE_NEWPID)
    finally:
        os.close(home)
    return number


def enter() -> None:
    """Leave the network, the shared memory and the mount table of others.

    Raises:
        OSError: the kernel does not allow it.
    """
    libc.unshare(libc.CLONE_NEWNS | libc.CLONE_NEWNET | libc.CLONE_NEWIPC)


def own_user() -> None:
    """Move into a user namespace of its own, in which limits on processes count for this worker alone.

    Raises:
        OSError: the kernel does not allow it.
    """
    _unshare_as_user(0)


def _unshare(flags: int) -> None:
    if os.geteuid() == 0:
        try:
            libc.unshare(flags)
            return
        except PermissionError:  # root of a container: try as anybody else would
            pass
    _unshare_as_user(flags)


def _unshare_as_user(flags: int) -> None:
    uid, gid = os.geteuid(), os.getegid()
    libc.unshare(flags | libc.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
