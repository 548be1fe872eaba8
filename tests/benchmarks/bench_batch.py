"""The bars for many hand-ins: pace beside nbgrader's own, evenness over a long run, and what a second worker brings.

    python tests/benchmarks/bench_batch.py pace [--hand-ins 50]      course batch beside nbgrader autograde
    python tests/benchmarks/bench_batch.py long [--hand-ins 1000]    pace and memory from start to end
    python tests/benchmarks/bench_batch.py cluster [--hand-ins 240]  two Dask workers beside one
"""

import argparse
import contextlib
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from grader.course import Course

BIN = Path(sys.executable).parent
TESTS = {
    "linreg": "X, w, b = torch.rand(5, 3), torch.rand(3, 1), torch.rand(1)\n"
    "assert torch.allclose(linreg(X, w, b), X @ w + b)",
    "loss": "a, b = torch.rand(4, 1), torch.rand(4)\nassert torch.allclose(squared_loss(a, b), (a - b.reshape(4, 1))**2 / 2)",
    "sgd": "p = torch.ones(3, requires_grad=True)\np.sum().backward()\nsgd([p], 0.1, 2)\nassert torch.allclose(p, torch.full((3,), 0.95))",
    "train": "X = torch.randn(200, 2)\ny = X @ torch.tensor([[2.0], [-1.0]]) + 4\n"
    "w, b, losses = train(X, y, lambda n, X, y: zip(X.split(n), y.split(n)))\nassert losses[-1] < 0.1",
}


def sources(course: Course, size: int) -> list[str]:
    exercise = course.exercise("ex03")
    solution = exercise.solution.read_text()
    wrong = [f"{solution}\n\n{path.read_text()}" for path in exercise.mutants]
    return [f"{text}\n# {n}\n" for n, text in zip(range(size), itertools.cycle([solution, *wrong]), strict=False)]


def hand_ins(folder: Path, texts: list[str]) -> Path:
    for number, text in enumerate(texts):
        place = folder / f"student{number:05}" / "ex03_sgd"
        place.mkdir(parents=True)
        (place / "ex03_sgd.py").write_text(text)
    return folder


def cell(source: str, name: str, *, test: bool) -> dict[str, object]:
    about = {"grade_id": name, "grade": test, "solution": not test, "locked": test, "task": False, "schema_version": 3}
    if test:
        about |= {"points": 1, "cell_type": "code"}
    return {
        "cell_type": "code", "metadata": {"nbgrader": about}, "source": source, "outputs": [], "execution_count": None,
        "id": name,
    }  # fmt: skip


def notebook(text: str) -> str:
    cells = [cell(text, "solution", test=False), *(cell(code, name, test=True) for name, code in TESTS.items())]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def nbgrader_seconds(folder: Path, texts: list[str]) -> float:
    """`nbgrader autograde`, one kernel after the other, as it comes."""
    (folder / "source" / "ex03_sgd").mkdir(parents=True)
    (folder / "source" / "ex03_sgd" / "ex03_sgd.ipynb").write_text(notebook("### BEGIN SOLUTION\n### END SOLUTION"))
    (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'course'\n")
    for number, text in enumerate(texts):
        place = folder / "submitted" / f"student{number:05}" / "ex03_sgd"
        place.mkdir(parents=True)
        (place / "ex03_sgd.ipynb").write_text(notebook(text))
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    quiet = {"cwd": folder, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([BIN / "nbgrader", "generate_assignment", "ex03_sgd"], check=True, **quiet)
    started = time.perf_counter()
    subprocess.run([BIN / "nbgrader", "autograde", "ex03_sgd"], check=False, **quiet)
    seconds = time.perf_counter() - started
    done = len(list(folder.glob("autograded/*/ex03_sgd/ex03_sgd.ipynb")))
    assert done == len(texts), f"nbgrader graded {done} of {len(texts)}"
    return seconds


def batch_seconds(folder: Path, course: Course, *arguments: str) -> float:
    started = time.perf_counter()
    command = [str(BIN / "course"), "batch", str(folder), *arguments]
    subprocess.run(command, check=True, cwd=course.root, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def pace(course: Course, size: int, rounds: int) -> None:
    texts = sources(course, size)
    ours = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            ours.append(batch_seconds(hand_ins(Path(folder, f"r{number}"), texts), course, "--workers", "2"))
        theirs = nbgrader_seconds(Path(folder, "nbgrader"), texts)
        ours.append(batch_seconds(hand_ins(Path(folder, "last"), texts), course, "--workers", "2"))
    middle = sorted(ours)[len(ours) // 2]
    table = Table("what", "seconds", "each", title=f"{size} hand-ins of ex03, start to end")
    table.add_row("nbgrader autograde, its own Execute", f"{theirs:.1f}", f"{theirs / size:.2f}")
    table.add_row("course batch --workers 2 (median)", f"{middle:.1f}", f"{middle / size:.2f}")
    Console().print(table)
    ratio = theirs / middle
    print(f"{ratio:.0f} × the pace; the bar is 40 ×: {'held' if ratio >= 40 else 'MISSED'}")


def memory_mb(process: psutil.Process) -> float:
    """The batch itself and its graders; zygotes and workers come and go."""
    family = [process, *(child for child in process.children() if "spawn_main" in " ".join(child.cmdline()))]
    return sum(each.memory_full_info().uss for each in family) / 2**20


def long(course: Course, size: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = hand_ins(Path(place, "submitted"), sources(course, size))
        journal = Path(place, "submitted-graded", "journal.jsonl")
        before = set(Path(tempfile.gettempdir()).glob("course-*"))
        command = [str(BIN / "course"), "batch", str(folder), "--workers", "2"]
        seen: list[tuple[float, int, float, int]] = []
        with subprocess.Popen(command, cwd=course.root, stdout=subprocess.DEVNULL) as run:
            process = psutil.Process(run.pid)
            family = []
            while run.poll() is None:
                with contextlib.suppress(psutil.Error, OSError):
                    done = journal.read_bytes().count(b'"kind":"graded"')
                    if done:
                        files = sum(each.num_fds() for each in [process, *process.children()])
                        seen.append((time.perf_counter(), done, memory_mb(process), files))
                    family = process.children(recursive=True)
                time.sleep(1)
        alive = psutil.wait_procs(family, timeout=5)[1]
        left = set(Path(tempfile.gettempdir()).glob("course-*")) - before
    fifth = size // 5
    first, last = _rate(seen, fifth // 2, fifth + fifth // 2), _rate(seen, size - fifth, size)
    warm = [each for each in seen if each[1] >= fifth // 2]
    grown = warm[-1][2] - warm[0][2]
    table = Table("what", "measured", "bar", title=f"{size} hand-ins of ex03, two workers")
    table.add_row("pace of the last fifth over that of an early one", f"{last / first:.2f}", "≥ 0.90")
    table.add_row("memory of batch and graders, end less start", f"{grown:+.0f} MB", "± 50 MB")
    table.add_row("open files, end less start", f"{warm[-1][3] - warm[0][3]:+d}", "0")
    table.add_row("processes left", str(len(alive)), "0")
    table.add_row("temporary files left", str(len(left)), "0")
    Console().print(table)


def _rate(seen: list[tuple[float, int, float, int]], start: int, end: int) -> float:
    part = [each for each in seen if start <= each[1] <= end]
    return (part[-1][1] - part[0][1]) / (part[-1][0] - part[0][0])


def cluster(course: Course, size: int, rounds: int) -> None:
    texts = sources(course, size)
    address = "tcp://127.0.0.1:28786"
    quiet = {"cwd": course.root, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as folder:

        def start(*arguments: str) -> None:
            process = subprocess.Popen([str(BIN / "dask"), *arguments], **quiet)
            stack.callback(process.wait)
            stack.callback(process.terminate)

        start("scheduler", "--host", "127.0.0.1", "--port", "28786", "--no-dashboard")
        seconds = {}
        for count in (1, 2):
            start("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", folder)
            time.sleep(5)
            warm = hand_ins(Path(folder, f"warm{count}"), texts[: 4 * count])
            batch_seconds(warm, course, "--scheduler", address)
            taken = [
                batch_seconds(hand_ins(Path(folder, f"w{count}r{n}"), texts), course, "--scheduler", address)
                for n in range(rounds)
            ]
            seconds[count] = min(taken)
    print(f"{size} hand-ins: one worker {seconds[1]:.1f} s, two {seconds[2]:.1f} s: {seconds[1] / seconds[2]:.2f} ×; bar 1.7 ×")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pace", "long", "cluster"])
    parser.add_argument("--hand-ins", type=int)
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    run, size = {"pace": (pace, 50), "long": (long, 1000), "cluster": (cluster, 240)}[chosen.what]
    run(Course.find(), chosen.hand_ins or size, chosen.rounds)


if __name__ == "__main__":
    main()
