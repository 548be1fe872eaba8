"""How many graders a machine can hold: by its cores and by its memory, a container's bounds included."""

import os
from pathlib import Path

GRADER_MB = 700
"""A grader with its zygote, torch imported."""


def graders_that_fit(hand_in_mb: float) -> int:
    """The number of graders for this machine, where each hand-in may take so much memory."""
    by_memory = int(available_mb() // (GRADER_MB + hand_in_mb))
    return max(1, min(cores(), by_memory))


def cores() -> int:
    """The cores that this process may use."""
    try:
        usable = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        usable = os.cpu_count() or 1
    quota = _words(Path("/sys/fs/cgroup/cpu.max"))
    if len(quota) == 2 and quota[0] != "max":
        usable = min(usable, max(1, int(quota[0]) // int(quota[1])))
    return usable


def available_mb() -> float:
    """Memory that is free to be taken, in MiB."""
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**20
    for line in _lines(Path("/proc/meminfo")):
        if line.startswith("MemAvailable:"):
            free = int(line.split()[1]) / 1024
    limit = _words(Path("/sys/fs/cgroup/memory.max"))
    used = _words(Path("/sys/fs/cgroup/memory.current"))
    if limit and used and limit[0] != "max":
        free = min(free, (int(limit[0]) - int(used[0])) / 2**20)
    return free


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []


def _words(path: Path) -> list[str]:
    return " ".join(_lines(path)).split()
