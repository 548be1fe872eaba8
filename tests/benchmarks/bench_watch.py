"""Time from a save to its result in `course watch ex03`, over 20 saves of three kinds: median and worst."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader.course import Course
from grader.stub import BEGIN, END, make_stub

SAVES = 20
BAR_S = 0.5
REST_S = 1.0
COURSE = str(Path(sys.executable).with_name("course"))


def part_done(solution: str, bodies: int) -> str:
    seen, kept = 0, []
    for line in solution.splitlines():
        seen += line.strip() == BEGIN
        if line.strip() not in (BEGIN, END) or seen > bodies:
            kept.append(line)
    return make_stub("\n".join(kept) + "\n")


def save(file: Path, text: str, kind: int) -> None:
    """Write over it; write beside it and rename; move the old one away first."""
    if kind == 1:
        beside = file.with_name(".saving.tmp")
        beside.write_text(text)
        os.replace(beside, file)
        return
    if kind == 2:
        file.rename(f"{file}~")
    file.write_text(text)


def main() -> int:
    exercise = Course.find().exercise("ex03")
    solution = exercise.solution.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(exercise.solution.parent, folder / "solutions")
        shutil.copytree(exercise.file.parent, folder / "exercises")
        file = folder / "exercises" / exercise.file.name
        with subprocess.Popen(
            [COURSE, "watch", "ex03"], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "COURSE_LANG": "en"},
        ) as process:  # fmt: skip
            assert process.stdout
            times = []
            next(line for line in process.stdout if " of 10 points" in line)
            for number in range(SAVES):
                time.sleep(REST_S)
                text = part_done(solution, number % 4) + f"# {number}\n"
                started = time.monotonic()
                save(file, text, number % 3)
                next(line for line in process.stdout if " of 10 points" in line)
                times.append(time.monotonic() - started)
            process.terminate()
    median = statistics.median(times)
    print(f"watch, save to result, {SAVES} saves of ex03: median {median:.2f} s, worst {max(times):.2f} s (bar {BAR_S} s)")
    return int(median > BAR_S)


if __name__ == "__main__":
    sys.exit(main())
