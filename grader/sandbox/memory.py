"""The memory of a worker and all its children together, looked at from outside.

Needs: /proc. The resource limit counts the private memory of one process; this also counts what
processes share, and the sum over all of them.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

EXIT_CODE = 1000
"""Told of a worker that was ended for its memory; no process can exit with it."""
COUNTED = ("RssAnon:", "RssShmem:")


def used_mb(process: int) -> float:
    """MiB that the process has in memory beside mapped files; 0 when it is gone."""
    total = 0
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(COUNTED):
                total += int(line.split()[1])
    return total / 1024


def family_mb(process: int, inherited_mb: float, limit_mb: float) -> float:
    """MiB that the process and its descendants took beside what was inherited; exact only near the limit.

    Each may share what was inherited, or have given it back for memory of its own, as a new program does.
    """
    used = [used_mb(member) for member in family(process)]
    if sum(used) - inherited_mb <= limit_mb:
        return sum(used) - inherited_mb
    own = sum(max(0, member - inherited_mb) for member in used)
    return own if own > limit_mb else sum(map(_share_mb, family(process))) - inherited_mb


def _share_mb(process: int) -> float:
    """As `used_mb`, where a page that n processes share counts as 1/n of one."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                total += int(line.split()[1])
    except OSError:  # gone, or not ours to look at
        return used_mb(process)
    return total / 1024


def children(process: int) -> list[int]:
    """The process ids of its children."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            found += map(int, Path(f"/proc/{process}/task/{thread}/children").read_text().split())
    return found


def family(process: int) -> Iterator[int]:
    """The process and all its descendants."""
    yield process
    for child in children(process):
        yield from family(child)
