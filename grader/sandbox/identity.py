"""A user of its own where the grader is root, no capability, no way to gain one.

Needs: nothing. Without root the worker keeps the user's own id, inside a user namespace if there is one.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path

from grader.sandbox import libc, namespaces
from grader.sandbox.policy import Policy

FIRST_WORKER_UID = 100_000
WORKER_UIDS = 2**30


def new_uid() -> int:
    """A user id for a worker: one that no other worker has where this is root, else the user's own."""
    if os.geteuid() != 0:
        return os.geteuid()
    return FIRST_WORKER_UID + int.from_bytes(os.urandom(4), "big") % WORKER_UIDS


def take(uid: int, policy: Policy, *, own_mounts: bool) -> None:
    """Become `uid` if this is root, and drop every capability for good."""
    if os.geteuid() == 0 and (own_mounts or _open_to_all(sys.prefix, sys.base_prefix)):
        if not own_mounts:
            os.chown(policy.scratch, uid, uid)
        libc.drop_bounding_set()
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        libc.prctl(libc.PR_SET_DUMPABLE, 1)  # its own /proc/self stays readable to itself
    elif own_mounts:
        with contextlib.suppress(OSError):  # then the processes of all workers of this user count together
            namespaces.own_user()
    libc.drop_capabilities()
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)


def _open_to_all(*folders: str) -> bool:
    """Whether any user can reach the folders; Python in root's home cannot be used by another."""
    for folder in folders:
        for place in (Path(folder), *Path(folder).parents):
            if not place.stat().st_mode & stat.S_IXOTH:
                return False
    return True
