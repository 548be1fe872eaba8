"""A file system with nothing in it but Python, the exercise's data and one scratch folder.

Needs: a mount namespace. Without it Landlock alone decides what can be read.
"""

import contextlib
import os
import sys

from grader.sandbox import libc, places
from grader.sandbox.policy import Policy

SHARED_MEMORY_MB = 64


def build(policy: Policy, uid: int) -> None:
    """Make the worker's own root and move into it.

    The scratch folder is a file system of its own, bounded, and gone with the worker.

    Raises:
        OSError: a mount is refused.
    """
    libc.mount("none", "/", None, libc.MS_REC | libc.MS_PRIVATE)
    root = policy.scratch
    libc.mount("tmpfs", root, "tmpfs", libc.MS_NOSUID | libc.MS_NODEV, "mode=755,size=1m")
    visible = places.outermost(map(os.path.realpath, (*places.python_folders(), *policy.readable)))
    for folder in visible:
        _bind(folder, root)
        for hole in places.holes(folder, policy.hidden):
            if os.path.isdir(root + hole):
                libc.mount("tmpfs", root + hole, "tmpfs", libc.MS_RDONLY | libc.MS_NOSUID, "size=4k,mode=755")
    _link_aliases(root)
    for path in (*places.SYSTEM_FILES, *places.DEVICES):
        if os.path.exists(path) and not os.path.lexists(root + path):
            _bind(path, root, device=path in places.DEVICES)
    if policy.cuda:
        for path in places.gpu_files():
            if not os.path.lexists(root + path):
                _bind(path, root, device=True)
    _empty_file_system(root + "/dev/shm", SHARED_MEMORY_MB, uid)
    _own_proc(root)
    os.makedirs(root + policy.scratch, exist_ok=True)
    _empty_file_system(root + policy.scratch, policy.limits.scratch_mb, uid)
    libc.mount("none", root, None, libc.MS_REMOUNT | libc.MS_BIND | libc.MS_RDONLY | libc.MS_NOSUID | libc.MS_NODEV)
    os.chdir(root)
    libc.mount(root, "/", None, libc.MS_MOVE)
    os.chroot(".")
    os.chdir(policy.scratch)


def _bind(path: str, root: str, *, device: bool = False) -> None:
    target = root + path
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    libc.mount(path, target, None, libc.MS_BIND | libc.MS_REC)
    if not device:
        # A user namespace may not drop flags that the original mount has.
        kept = os.statvfs(path).f_flag & (libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)
        libc.mount("none", target, None, libc.MS_REMOUNT | libc.MS_BIND | libc.MS_RDONLY | libc.MS_NOSUID | kept)


def _link_aliases(root: str) -> None:
    """Give folders that are links on this machine (/lib, a linked environment) their other name too."""
    for alias in (*places.SYSTEM_LIBRARIES, sys.prefix, sys.base_prefix):
        real = os.path.realpath(alias)
        if real != alias and os.path.isdir(real) and not os.path.lexists(root + alias):
            os.makedirs(os.path.dirname(root + alias), exist_ok=True)
            os.symlink(real, root + alias)


def _empty_file_system(target: str, size_mb: int, uid: int) -> None:
    os.makedirs(target, exist_ok=True)
    options = f"size={size_mb}m,nr_inodes=10000,mode=700,uid={uid},gid={uid}"
    try:
        libc.mount("tmpfs", target, "tmpfs", libc.MS_NOSUID | libc.MS_NODEV, options)
    except OSError:  # a gid that the user namespace does not map
        options = f"size={size_mb}m,nr_inodes=10000,mode=777"
        libc.mount("tmpfs", target, "tmpfs", libc.MS_NOSUID | libc.MS_NODEV, options)


def _own_proc(root: str) -> None:
    os.makedirs(root + "/proc", exist_ok=True)
    with contextlib.suppress(OSError):  # a container that masks parts of /proc: then there is none
        libc.mount("proc", root + "/proc", "proc", libc.MS_NOSUID | libc.MS_NODEV | libc.MS_NOEXEC)
