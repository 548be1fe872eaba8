"""The hostile hand-ins of `tests/attacks/` under all layers, and with some of them taken away.

Each layer is to hold what it can without the others; what falls without one says what that one is for.
Run it from the course's folder: `python -m tests.benchmarks.attack_table`.
"""

import os
from collections import Counter

from rich.console import Console
from rich.table import Table

from grader.sandbox.policy import LANDLOCK, LAYERS, MOUNTS, NAMESPACES
from tests.attack_corpus import Attack, arena, attacks


def without(*layers: str) -> tuple[str, ...]:
    return tuple(layer for layer in LAYERS if layer not in layers)


SETTINGS = {
    "all layers": ("strict", LAYERS),
    "without Landlock": ("auto", without(LANDLOCK)),
    "without namespaces and mounts": ("auto", without(NAMESPACES, MOUNTS)),
}
SIGNALS = ("signals/to_everybody", "exits/kills", "signals/through_descriptors")
"""Where the grader is not root, only namespaces or Landlock keep these from the user's own processes."""


def safe(attack: Attack, layers: tuple[str, ...]) -> bool:
    return os.geteuid() == 0 or NAMESPACES in layers or attack.name not in SIGNALS


def main() -> None:
    console = Console()
    counts = Counter(attack.category for attack in attacks())
    held: dict[str, Counter[str]] = {}
    for setting, (sandbox, layers) in SETTINGS.items():
        held[setting] = Counter()
        with arena(sandbox, layers) as ring:
            for attack in attacks():
                flaws = ring.flaws(attack) if safe(attack, layers) else ["not tried: nothing would keep its signals in"]
                held[setting][attack.category] += not flaws
                for flaw in flaws[:2]:
                    known = " (known)" if attack.open else ""
                    console.print(f"{setting}: {attack.name}{known}: {flaw[:300]}", markup=False)
    table = Table("category", "attacks", *SETTINGS)
    for category, count in sorted(counts.items()):
        table.add_row(category, str(count), *(str(held[setting][category]) for setting in SETTINGS))
    table.add_row("all", str(counts.total()), *(str(held[setting].total()) for setting in SETTINGS))
    console.print(table)


if __name__ == "__main__":
    main()
