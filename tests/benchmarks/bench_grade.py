"""The design's speed and memory bars for one exercise, measured side by side in one run.

Run it with `make bench`. Ratios matter, not seconds: both sides of each are measured in turn.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grader.course import Course
from grader.grading import Options, grade
from grader.probe import probe
from grader.sandbox.policy import Policy
from grader.submission import read_submission
from grader.zygote import Zygote

ROUNDS = 7
COURSE = str(Path(sys.executable).with_name("course"))


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def cold(solution: Path) -> tuple[float, float]:
    """Medians of `import torch` and of a cold `course grade ex03`, run in turn."""
    imports, grades = [], []
    for _ in range(ROUNDS + 1):
        imports.append(seconds([sys.executable, "-c", "import torch"]))
        grades.append(seconds([COURSE, "grade", "ex03", "--submission", str(solution)]))
    ratios = [grade / importing for grade, importing in zip(grades[1:], imports[1:], strict=True)]
    return statistics.median(imports[1:]), statistics.median(ratios)


def warm(course: Course, solution: Path, zygote: Zygote) -> float:
    exercise = course.exercise("ex03")
    times = []
    for _ in range(ROUNDS + 1):
        started = time.perf_counter()
        submission = read_submission(solution, exercise.name)
        report = grade(exercise, submission, zygote, Options(hidden=course.hidden_folders()))
        times.append(time.perf_counter() - started)
        assert report.complete
    return statistics.median(times[1:])


@probe
def some_training(submission):
    import torch

    X, y = torch.randn(1000, 2), torch.randn(1000, 1)
    w, b, losses = submission.train(X, y, lambda size, X, y: zip(X.split(size), y.split(size), strict=True))
    return losses


def memory_of_one_more_worker(course: Course, solution: Path, zygote: Zygote) -> float:
    """MiB that one worker has of its own (private pages), after it has loaded and run a submission."""
    import psutil

    from grader.sitting import Sitting
    from grader.student import Student

    exercise = course.exercise("ex03")
    submission = read_submission(solution, exercise.name)
    with tempfile.TemporaryDirectory() as scratch:
        policy = Policy(scratch=scratch, hidden=course.hidden_folders())
        with Sitting(zygote, submission, policy) as sitting:
            student = Student(lambda off: sitting, 1, 10, [])
            family = psutil.Process(zygote._process.pid)
            standing = set(family.children(recursive=True))
            student.call(some_training)
            workers = set(family.children(recursive=True)) - standing
            return sum(process.memory_full_info().uss for process in workers) / 2**20


def main() -> None:
    course = Course.find()
    solution = course.exercise("ex03").solution
    importing, cold_ratio = cold(solution)
    with Zygote(("torch",)) as zygote:
        again = warm(course, solution, zygote)
        memory = memory_of_one_more_worker(course, solution, zygote)
    help_s = statistics.median(seconds([COURSE, "--help"]) for _ in range(ROUNDS))
    rows = [
        ("course grade ex03, cold, over import torch", f"{cold_ratio:.2f} ×", "≤ 1.25 ×", cold_ratio <= 1.25),
        ("grading ex03 again, warm", f"{again:.2f} s", "≤ 0.5 s", again <= 0.5),
        ("memory of one more worker", f"{memory:.0f} MB", "≤ 80 MB", memory <= 80),
        ("course --help", f"{help_s:.2f} s", "≤ 0.2 s", help_s <= 0.2),
    ]
    title = f"python -c 'import torch' takes {importing:.2f} s here (median of {ROUNDS})"
    table = Table("what", "measured", "bar", "", title=title)
    for what, measured, bar, held in rows:
        table.add_row(what, measured, bar, "held" if held else "MISSED")
    Console().print(table)


if __name__ == "__main__":
    main()
