"""The memory of a worker and all its children together, looked at from outside.

Needs: /proc. The resource limit counts the private memory of one process; this also counts what
processes share, and the sum over all of them.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

EXIT_CODE = 86
"""A worker that was ended for its memory exits with this."""
COUNTED = ("RssAnon:", "RssShmem:")


def used_mb(process: int) -> float:
    """MiB that the process has in memory beside mapped files; 0 when it is gone."""
    total = 0
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(COUNTED):
                total += int(line.split()[1])
    return total / 1024


def children(process: int) -> list[int]:
    """The process ids of its children."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for listing in Path(f"/proc/{process}/task").glob("*/children"):
            found += map(int, listing.read_text().split())
    return found


def family(process: int) -> Iterator[int]:
    """The process and all its descendants."""
    yield process
    for child in children(process):
        yield from family(child)
