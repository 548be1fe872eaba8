"""What the sandbox costs for one submission, beside a bare fork of the same zygote, in one run."""

import statistics
import tempfile
import time

from rich.console import Console
from rich.table import Table

from grader.course import Course
from grader.sandbox.policy import LAYERS, Policy
from grader.zygote import Zygote

ROUNDS = 30


def seconds(zygote: Zygote, layers: tuple[str, ...], hidden: tuple[str, ...]) -> float:
    """From asking for a worker until it is gone again."""
    with tempfile.TemporaryDirectory() as scratch:
        started = time.perf_counter()
        worker = zygote.fork(Policy(scratch=scratch, layers=layers, hidden=hidden))
        worker.hello()
        worker.close()
        return time.perf_counter() - started


def main() -> None:
    hidden = Course.find().hidden_folders()
    kinds = {"bare fork": (), "all layers": LAYERS} | {
        f"without {layer}": tuple(other for other in LAYERS if other != layer) for layer in LAYERS
    }
    times: dict[str, list[float]] = {name: [] for name in kinds}
    with Zygote(("torch",)) as zygote:
        seconds(zygote, (), hidden)
        for _ in range(ROUNDS):
            for name, layers in kinds.items():
                times[name].append(seconds(zygote, layers, hidden))
    table = Table("worker", "median", "beyond a bare fork", title="one worker, from fork to its end")
    bare = statistics.median(times["bare fork"])
    for name, taken in times.items():
        median = statistics.median(taken)
        table.add_row(name, f"{median * 1000:.1f} ms", f"{(median - bare) * 1000:+.1f} ms")
    Console().print(table)


if __name__ == "__main__":
    main()
