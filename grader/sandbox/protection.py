"""What the layers protect together: each protection is held by any one of several layers."""

from collections.abc import Mapping
from dataclasses import dataclass

from grader.sandbox import policy as layers

HELD = "held"
NEEDS_LINUX = "needs Linux"
"""What every layer says on a system that has none of them."""


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


def weakness(report: Mapping[str, str]) -> str:
    """One line, in the current language, about the layers that do not hold; empty where all do."""
    from grader.language import translate

    weak = [layer for layer, state in report.items() if state != HELD]
    if weak and all(report[layer] == NEEDS_LINUX for layer in weak):
        return translate(
            "there is no sandbox on this system: code runs with your own rights, and only its time is bounded. "
            "Grade only code that you trust."
        )
    return translate("the sandbox lacks {layers} (`course doctor` says why)", layers=", ".join(weak)) if weak else ""
