"""The parts of the file system that running Python needs, worked out once from this interpreter."""

import os
import sys
from functools import cache
from pathlib import Path

SYSTEM_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo")
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
GPU_PLACES = ("/sys", "/usr/local/nvidia", "/usr/local/cuda", "/etc/vulkan", "/opt/nvidia")


@cache
def python_folders() -> tuple[str, ...]:
    """Folders of the Python installation and of the C libraries under it; none lies within another."""
    found = [sys.prefix, sys.base_prefix, sys.exec_prefix, *SYSTEM_LIBRARIES]
    found += [entry for entry in sys.path if os.path.basename(entry).endswith("-packages")]
    return outermost(os.path.realpath(place) for place in found if os.path.isdir(place))


def gpu_files() -> list[str]:
    """The device files and folders of an NVIDIA GPU."""
    devices = [str(path) for path in Path("/dev").glob("nvidia*")]
    return devices + [place for place in GPU_PLACES if os.path.isdir(place)]


def outermost(folders: object) -> tuple[str, ...]:
    """The folders without those that lie within another one."""
    kept: list[str] = []
    for folder in sorted(set(folders)):  # type: ignore[call-overload]
        if not any(folder.startswith(outer.rstrip("/") + "/") for outer in kept):
            kept.append(folder)
    return tuple(kept)


def holes(folder: str, hidden: tuple[str, ...]) -> tuple[str, ...]:
    """The hidden places that lie inside the folder. One that contains it hides nothing of it."""
    inside = folder.rstrip("/") + "/"
    return tuple(place for place in hidden if place.startswith(inside))
