"""`nbgrader autograde` of 20 hand-ins of ex03: through our sandbox, and with nbgrader's own `Execute`, in one run.

Run it with `python tests/benchmarks/bench_nbgrader.py [number of hand-ins]`. The bar is 8 times as fast.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader.course import Course, Release
from grader.release import make_release

NAME = "ex03_sgd"
BAR = 8
BIN = Path(sys.executable).parent
OWN = """
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader import preprocessors as nb

c.Autograde.autograde_preprocessors = [
    nb.Execute, nb.IgnorePattern, ClearMetadataPreprocessor, nb.LimitOutput, nb.SaveAutoGrades,
    nb.AssignLatePenalties, nb.CheckCellMetadata,
]
c.Execute.timeout = 120
"""


def autograde(root: Path) -> float:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    started = time.monotonic()
    done = subprocess.run(
        [BIN / "nbgrader", "autograde", NAME], cwd=root, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    return time.monotonic() - started


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    course = Course.find()
    exercise = course.exercise("ex03")
    with tempfile.TemporaryDirectory() as folder:
        ours = Release(Path(folder) / "ours")
        make_release(course, [exercise], ours.root)
        solved, stub = ours.source(exercise), ours.released(exercise)
        for index in range(number):
            place = ours.course_folder / "submitted" / f"student{index:02}" / NAME
            place.mkdir(parents=True)
            shutil.copy(stub if index % 4 == 3 else solved, place / f"{NAME}.ipynb")
        theirs = Release(Path(folder) / "theirs")
        shutil.copytree(ours.root, theirs.root)
        with theirs.config.open("a") as config:
            config.write(OWN)
        by_sandbox = autograde(ours.course_folder)
        by_execute = autograde(theirs.course_folder)
        tables = []
        for root in (ours.course_folder, theirs.course_folder):
            subprocess.run([BIN / "course", "export", "--to", "g.csv"], cwd=root, check=True, stdout=subprocess.DEVNULL)
            tables.append((root / "g.csv").read_text())
    print(f"{number} hand-ins of {NAME}: {by_sandbox:.1f} s through the sandbox, {by_execute:.1f} s with Execute")
    print(f"{by_execute / by_sandbox:.1f} times as fast (bar: {BAR}); marks are {'the same' if tables[0] == tables[1] else 'not the same'}")
    return by_execute < BAR * by_sandbox


if __name__ == "__main__":
    sys.exit(main())
