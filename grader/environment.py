"""What this machine has: versions, without importing a framework, and whether a GPU is there."""

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def installed(package: str) -> str | None:
    """The version of an installed package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@cache
def versions() -> dict[str, str | None]:
    """The versions that a mark may depend on."""
    return {
        "python": platform.python_version(),
        "torch": installed("torch"),
        "tensorflow": installed("tensorflow") or installed("tensorflow-cpu"),
        "platform": platform.platform(),
    }


@cache
def gpu_present() -> bool:
    """Whether an NVIDIA GPU's device file is there; torch itself is asked only in a worker."""
    return Path("/dev/nvidiactl").exists() or Path("/dev/dxg").exists()
