"""Small classes for tests of what instructors do: hand-ins of ex03, some right, some wrong, some broken."""

import json
import os
import subprocess
import sys
from pathlib import Path

COURSE = str(Path(sys.executable).with_name("course"))
MUTANTS = ("sgd_climbs", "loss_mean", "linreg_drops_b", "train_drops_the_short_batch")


def make_class(folder, course, size):
    """So many hand-ins: the solution, wrong ones and the stub in turn, no two with the same bytes."""
    exercise = course.exercise("ex03")
    solution = exercise.solution.read_text()
    mutants = {path.stem: path.read_text() for path in exercise.mutants}
    sources = [solution, *(f"{solution}\n\n{mutants[name]}" for name in MUTANTS), exercise.file.read_text()]
    for number in range(size):
        hand_in(folder, f"student{number:02}", f"{sources[number % len(sources)]}\n# {number}\n")
    return folder


def hand_in(folder, student, source):
    """One hand-in of ex03."""
    file = folder / student / "ex03_sgd" / "ex03_sgd.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source)
    return file


def call(course, *arguments, **options):
    """Run `course` with these arguments to its end."""
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    return subprocess.run(
        [COURSE, *map(str, arguments)], cwd=course.root, env=environment, capture_output=True, text=True, timeout=300,
        **options,
    )  # fmt: skip


def marks(folder):
    """Everything in the results of a batch but what a clock gave."""
    found = {}
    for path in Path(f"{folder}-graded").glob("results/*/*.json"):
        report = json.loads(path.read_text())
        del report["duration_s"]
        for check in report["checks"]:
            del check["duration_s"]
        found[path.parent.name] = report
    return found


def scores(folder):
    """The score of each student."""
    return {student: report["score"] for student, report in marks(folder).items()}
