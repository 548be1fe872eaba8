"""What the layers protect together: each protection is held by any one of several layers."""

from collections.abc import Mapping
from dataclasses import dataclass

from grader.sandbox import policy as layers

HELD = "held"


@dataclass(frozen=True)
class Protection:
    """Something that a hand-in must not reach."""

    name: str
    by: tuple[str, ...]
    """Layers, each of which holds it alone."""
    lost: str
    """What a hand-in could do without it."""


PROTECTIONS = (
    Protection("files", (layers.MOUNTS, layers.LANDLOCK), "read the checks, the solutions and other files of yours"),
    Protection("network", (layers.NAMESPACES, layers.SECCOMP), "send what it finds, or fetch answers"),
    Protection("processes", (layers.NAMESPACES,), "signal other processes, and leave some behind"),
    Protection("memory", (layers.RLIMITS,), "take all memory of the machine"),
    Protection("privileges", (layers.IDENTITY,), "use what privileges the grader runs with"),
)


def missing(report: Mapping[str, str]) -> list[Protection]:
    """The protections that no layer holds, by what a worker said of its layers."""
    return [
        protection
        for protection in PROTECTIONS
        if not any(report.get(layer) == HELD for layer in protection.by)
    ]
