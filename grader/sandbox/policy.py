"""What a worker may do: the frozen record that travels from the grader to the zygote."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from grader.limits import Limits

NAMESPACES = "namespaces"
MOUNTS = "mounts"
IDENTITY = "identity"
LANDLOCK = "landlock"
RLIMITS = "rlimits"
SECCOMP = "seccomp"
LAYERS = (NAMESPACES, MOUNTS, IDENTITY, LANDLOCK, RLIMITS, SECCOMP)


@dataclass(frozen=True)
class Policy:
    """The layers to use, the folders a worker may touch, and its bounds."""

    scratch: str
    """The one folder it may write to."""
    layers: tuple[str, ...] = LAYERS
    """Layers to try; one that the machine lacks is left out and reported."""
    readable: tuple[str, ...] = ()
    """Folders it may read beside the Python installation."""
    hidden: tuple[str, ...] = ()
    """Folders it must not see, wherever they lie."""
    off: tuple[str, ...] = ()
    """Groups of a library's shortcuts that do not work in this worker; see `grader.worker.shortcuts`."""
    cuda: bool = False
    """Whether it may use the GPU."""
    limits: Limits = field(default_factory=Limits)

    def plain(self) -> dict[str, Any]:
        """As a plain dict."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Policy":
        """The policy that `plain` described."""
        values = dict(plain)
        for name in ("layers", "readable", "hidden", "off"):
            values[name] = tuple(values[name])
        return cls(**{**values, "limits": Limits(**values["limits"])})
