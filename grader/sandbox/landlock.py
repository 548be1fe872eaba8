"""Landlock: the kernel refuses every file but Python's, the exercise's data and the scratch folder.

Needs: Linux 5.13 with Landlock switched on; newer kernels also let it refuse TCP (6.7) and signals to
processes outside (6.12). Without it the mount namespace alone decides what can be read.
"""

import contextlib
import os
from collections.abc import Iterator

from landlockpy import AccessFS, Ruleset, Scope

from grader.sandbox import places
from grader.sandbox.policy import Policy

LOOK = AccessFS.READ_DIR
READ = AccessFS.READ_FILE | AccessFS.READ_DIR | AccessFS.EXECUTE
USE = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.IOCTL_DEV
EVERYTHING = ~AccessFS.NONE


def restrict(policy: Policy, *, own_mounts: bool) -> None:
    """Confine this process and its children for good.

    `own_mounts` says that /proc and /dev/shm are this worker's own.

    Raises:
        OSError: the kernel does not offer Landlock.
    """
    with Ruleset(scoped=Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET) as ruleset:
        for folder in (*places.python_folders(), *map(os.path.realpath, policy.readable)):
            for path, is_whole in _around(folder, policy.hidden):
                _allow(ruleset, path, READ if is_whole else LOOK)
        for path in places.SYSTEM_FILES:
            _allow(ruleset, path, READ)
        for path in (*places.DEVICES, *(places.gpu_files() if policy.cuda else ())):
            _allow(ruleset, path, READ if os.path.isdir(path) else USE)
        _allow(ruleset, policy.scratch, EVERYTHING)
        if own_mounts:
            _allow(ruleset, "/proc", READ)
            _allow(ruleset, "/dev/shm", EVERYTHING)
        ruleset.restrict()


def _around(folder: str, hidden: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """The folder whole, or where something hidden lies in it, its other entries one by one."""
    holes = places.holes(folder, hidden)
    if not holes:
        yield folder, True
        return
    yield folder, False
    for entry in os.scandir(folder):
        if entry.path not in holes and not entry.is_symlink():
            yield from _around(entry.path, holes)


def _allow(ruleset: Ruleset, path: str, access: AccessFS) -> None:
    if os.path.isfile(path):
        access &= AccessFS.READ_FILE | AccessFS.EXECUTE | AccessFS.WRITE_FILE
    with contextlib.suppress(FileNotFoundError):
        ruleset.allow_path(path, access)
