"""Time and memory of each exercise's solution: cold, warm, and the peak of one worker.

Run it with `make bench`. The bars: 10 s cold, 2 s warm, 1 GiB (2 GiB for ex19 and TensorFlow's).
"""

import threading
import time

import psutil
from rich.console import Console
from rich.table import Table

from grader.course import Course, Exercise
from grader.grading import Options, grade
from grader.outcome import Report
from grader.submission import read_submission
from grader.zygote import Zygote

COLD_S, WARM_S = 10, 2
MEMORY_MB, LARGE_MEMORY_MB = 1024, 2048


class Peak:
    """The largest private and resident memory of the zygote's workers while the block runs."""

    def __init__(self, zygote: Zygote) -> None:
        self._root = psutil.Process(zygote._process.pid)
        self._standing = set(self._root.children(recursive=True))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self.private_mb = self.resident_mb = 0.0

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            for process in set(self._root.children(recursive=True)) - self._standing:
                try:
                    memory = process.memory_full_info()
                except psutil.Error:
                    continue
                self.private_mb = max(self.private_mb, memory.uss / 2**20)
                self.resident_mb = max(self.resident_mb, memory.rss / 2**20)


def measure(course: Course, exercise: Exercise) -> tuple[Report, float, float, Peak]:
    submission = read_submission(exercise.solution, exercise.name)
    options = Options(hidden=course.hidden_folders())
    started = time.perf_counter()
    with Zygote(exercise.libraries) as zygote:
        grade(exercise, submission, zygote, options)
        cold = time.perf_counter() - started
        started = time.perf_counter()
        report = grade(exercise, submission, zygote, options)
        warm = time.perf_counter() - started
        with Peak(zygote) as peak:
            grade(exercise, submission, zygote, options)
    return report, cold, warm, peak


def main() -> None:
    course = Course.find()
    table = Table("exercise", "points", "cold", "warm", "memory of its own", "resident", "")
    for exercise in course.exercises:
        report, cold, warm, peak = measure(course, exercise)
        large = exercise.id == "ex19" or "tensorflow" in exercise.libraries
        held = cold <= COLD_S and warm <= WARM_S and peak.resident_mb <= (LARGE_MEMORY_MB if large else MEMORY_MB)
        deferred = f" ({report.deferred:g} deferred)" if report.deferred else ""
        table.add_row(
            exercise.name,
            f"{report.score:g}/{report.max_score:g}{deferred}",
            f"{cold:.1f} s",
            f"{warm:.2f} s",
            f"{peak.private_mb:.0f} MB",
            f"{peak.resident_mb:.0f} MB",
            "held" if held else "MISSED",
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
