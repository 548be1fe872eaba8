"""Namespaces: no other process, no network, no shared memory of others, a mount table of its own.

Needs: a kernel that lets this user make user namespaces (or root). Without it the network and
other processes stay in sight, and a process that detaches itself must be hunted down.
"""

import os
from pathlib import Path

from grader.sandbox import libc

ISOLATED = libc.CLONE_NEWNS | libc.CLONE_NEWPID | libc.CLONE_NEWNET | libc.CLONE_NEWIPC


def enter() -> None:
    """Move into new namespaces; the next fork makes the first process of the new PID namespace.

    Raises:
        OSError: the kernel does not allow it; nothing has changed.
    """
    uid, gid = os.geteuid(), os.getegid()
    if uid == 0:
        try:
            libc.unshare(ISOLATED)
            return
        except PermissionError:  # root of a container: try as anybody else would
            pass
    libc.unshare(ISOLATED | libc.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
