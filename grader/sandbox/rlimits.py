"""Resource limits: processor time, memory, processes, open files, size of a file.

Needs: nothing. The memory limit counts private memory of one process; the grader watches the rest.
"""

import resource
from pathlib import Path

from grader.limits import Limits

MIB = 2**20


def restrict(limits: Limits, data: int, *, cuda: bool) -> None:
    """Set the limits of this process and its children for good; `data` is the memory it starts with."""
    _set(resource.RLIMIT_CPU, limits.cpu_s)
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, limits.file_mb * MIB)
    _set(resource.RLIMIT_NOFILE, limits.open_files)
    _set(resource.RLIMIT_NPROC, limits.processes)
    if not cuda:  # the CUDA driver reserves far more than it uses
        _set(resource.RLIMIT_DATA, data + limits.memory_mb * MIB)


def data_in_use() -> int:
    """Bytes of private memory that this process has now, as RLIMIT_DATA counts them."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0


def _set(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (bound, bound))
