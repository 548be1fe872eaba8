"""Faults of our own: each is said clearly, is nobody's zero, leaves nothing, and the next run works."""

import errno
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from grader.errors import BrokenChecks, CourseError
from grader.files import write_whole
from grader.grading import Options, grade
from grader.outcome import Status
from grader.submission import Submission
from grader.zygote import Zygote

COURSE = str(Path(sys.executable).with_name("course"))
SLOW = "import time\ntime.sleep(30)\n"


@pytest.fixture
def solution(course):
    exercise = course.exercise("ex03")
    return Submission(exercise.name, "test.py", exercise.solution.read_bytes())


def test_the_zygote_is_killed_while_a_check_runs(course, solution, zygotes, tmp_path, monkeypatch):
    exercise = course.exercise("ex03")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Zygote(exercise.libraries) as zygote:
        zygote.wait_until_ready()
        process = psutil.Process(zygote._process.pid)
        family = [process, *process.children(recursive=True)]
        threading.Timer(1, process.kill).start()
        report = grade(exercise, Submission(exercise.name, "slow.py", SLOW.encode()), zygote, Options())
    assert report.faulty
    assert report.score == 0
    assert Status.PASSED not in {check.status for check in report.checks}
    assert "forks the workers is gone" in "".join(check.message for check in report.checks)
    _, alive = psutil.wait_procs(family, timeout=5)
    assert not alive
    assert list(tmp_path.iterdir()) == []
    assert grade(exercise, solution, zygotes.start(exercise), Options()).complete


def test_the_temp_folder_cannot_be_written(course, solution, zygotes, monkeypatch):
    exercise = course.exercise("ex03")

    def refuse(*args, **kwargs):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    report = grade(exercise, solution, zygotes.start(exercise), Options())
    assert {check.status for check in report.checks} == {Status.GRADER_ERROR}
    assert "set TMPDIR" in report.checks[0].message
    monkeypatch.undo()
    assert grade(exercise, solution, zygotes.start(exercise), Options()).complete


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    path = tmp_path / "report.json"
    write_whole(path, "old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CourseError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_pytest_itself_fails(course, solution, zygotes, monkeypatch):
    exercise = course.exercise("ex03")

    def explode(self, items):
        raise RuntimeError("inside of pytest")

    monkeypatch.setattr("grader.grading.Run.pytest_collection_modifyitems", explode)
    with pytest.raises(BrokenChecks, match="pytest could not run"):
        grade(exercise, solution, zygotes.start(exercise), Options())
    monkeypatch.undo()
    assert grade(exercise, solution, zygotes.start(exercise), Options()).complete


@pytest.fixture
def folder(course, tmp_path):
    for name in ("exercises", "solutions"):
        (tmp_path / name).mkdir()
        for path in (course.root / name).glob("ex0[03]_*.py"):
            shutil.copy(path, tmp_path / name)
    for path in (course.root / "solutions").glob("*.py"):
        shutil.copy(path, tmp_path / "solutions")
    return tmp_path


def test_exit_code_3_with_one_sentence_for_a_fault_of_ours(folder):
    (folder / "exercises" / "ex03_sgd.py").write_text(SLOW)
    with subprocess.Popen(
        [COURSE, "grade", "ex03", "--json", "report.json"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        family = psutil.Process(process.pid)
        deadline = time.monotonic() + 60
        while len(family.children(recursive=True)) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        children = family.children(recursive=True)
        children[0].kill()
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 3, output + errors
    assert "no fault of yours" in output
    assert "Traceback" not in output + errors
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive


def test_marks_that_cannot_be_remembered_cost_nothing_else(folder, course):
    (folder / ".course").write_text("a file where a folder should be")
    shutil.copy(course.root / "solutions" / "ex03_sgd.py", folder / "exercises")
    result = subprocess.run([COURSE, "grade", "ex03"], cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0
    assert "10 of 10" in result.stdout
    assert "marks are not remembered" in result.stderr
