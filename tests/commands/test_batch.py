"""`course batch` as an instructor meets it: the real program on small classes."""

import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from tests.classes import COURSE, call, hand_in, make_class, marks, scores


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory):
    """A class with a bad hand-in among the others, graded once; and what was printed."""
    folder = make_class(tmp_path_factory.mktemp("class") / "submitted", course, 6)
    hand_in(folder, "exits", "import os\nos._exit(0)\n")
    (folder / "empty" / "ex03_sgd").mkdir(parents=True)
    return folder, call(course, "batch", folder, "--workers", 2, "--seed", 5)


def test_every_hand_in_has_its_result_and_the_bad_ones_are_listed(graded):
    folder, result = graded
    assert result.returncode == 1
    assert "8 hand-ins graded" in result.stdout
    assert "empty/ex03_sgd: empty/ex03_sgd is empty; ex03_sgd.py is asked." in result.stdout
    found = marks(folder)
    assert len(found) == 8
    assert found["student00"]["score"] == 10
    assert all(found[f"student0{number}"]["score"] < 10 for number in range(1, 6))
    assert {check["status"] for check in found["exits"]["checks"]} == {"error"}
    assert {report["seed"] for report in found.values()} == {5}
    assert set(found["student00"]["environment"]["sandbox"].values()) == {"held"}


def test_feedback_shows_no_source_of_a_check(graded, course):
    folder, _ = graded
    page = Path(f"{folder}-graded", "feedback", "student01", "ex03_sgd.html").read_text()
    assert "student01/ex03_sgd" in page
    lines = {line.strip() for line in course.exercise("ex03").checks.read_text().splitlines() if len(line.strip()) > 30}
    assert not [line for line in lines if line in page and not line.startswith(("'", '"', "hint"))]


def test_what_has_not_changed_is_not_graded_again_and_diff_writes_nothing(course, tmp_path):
    folder = make_class(tmp_path / "submitted", course, 2)
    call(course, "batch", folder, "--workers", 1)
    assert "0 hand-ins graded, 2 unchanged" in call(course, "batch", folder).stdout
    before = scores(folder)
    hand_in(folder, "student01", course.exercise("ex03").solution.read_text())
    journal = Path(f"{folder}-graded", "journal.jsonl")
    content = journal.read_bytes()
    shown = call(course, "batch", folder, "--diff", "--workers", 1).stdout
    assert "1 of 2 marks change (1 graded, 1 unchanged). Nothing was written." in shown
    assert "student01/ex03_sgd" in shown
    assert (scores(folder), journal.read_bytes()) == (before, content)
    Path(f"{folder}-graded", "results", "student00", "ex03_sgd.json").unlink()
    assert "1 hand-ins graded" in call(course, "batch", folder, "--workers", 1).stdout
    assert scores(folder) == {"student00": 10, "student01": 10}


def test_killed_twice_and_resumed_it_gives_what_an_undisturbed_run_gives(course, tmp_path):
    size = 7
    undisturbed = make_class(tmp_path / "undisturbed", course, size)
    call(course, "batch", undisturbed, "--workers", 1, "--seed", 7)
    folder = make_class(tmp_path / "killed", course, size)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for least, arguments in ((1, ["--seed", "7"]), (3, ["--resume"])):
        _kill_after(course, least, folder, temporary, *arguments)
    with Path(f"{folder}-graded", "journal.jsonl").open("ab") as journal:
        journal.write(b'{"sum": "0123')
    last = call(course, "batch", folder, "--workers", 2, "--resume")
    assert last.returncode == 0, last.stderr
    assert "torn" in last.stderr
    assert marks(folder) == marks(undisturbed)
    assert max(_times_graded(folder).values()) == 1
    assert not list(temporary.iterdir())


def _kill_after(course, least, folder, temporary, *arguments):
    """Start it, and kill it with SIGKILL once so many hand-ins are in the journal."""
    journal = Path(f"{folder}-graded", "journal.jsonl")
    environment = {**os.environ, "TMPDIR": str(temporary)}
    command = [COURSE, "batch", str(folder), "--workers", "2", *arguments]
    with subprocess.Popen(
        command, cwd=course.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not (journal.exists() and journal.read_bytes().count(b"\n") > least):
            time.sleep(0.02)
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
    assert family
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive


def _times_graded(folder):
    counts = {}
    for line in Path(f"{folder}-graded", "journal.jsonl").read_bytes().splitlines():
        if line.endswith(b"}") and b'"kind":"graded"' in line:
            student = json.loads(line)["entry"]["student"]
            counts[student] = counts.get(student, 0) + 1
    return counts


def test_ctrl_c_keeps_what_was_graded_and_leaves_nothing(course, tmp_path):
    folder = make_class(tmp_path / "submitted", course, 1)
    hand_in(folder, "loops", "while True: pass\n")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(
        [COURSE, "batch", str(folder), "--workers", "1"], cwd=course.root, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        journal = Path(f"{folder}-graded", "journal.jsonl")
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not (journal.exists() and b'"graded"' not in journal.read_bytes()):
            time.sleep(0.02)
        time.sleep(5)
        family = psutil.Process(process.pid).children(recursive=True)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.splitlines()[-1] == "Stopped."
    assert "Traceback" not in errors
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["/nowhere"], "does not exist; expected a folder with {student}/{exercise}/"),
        ([tempfile.gettempdir(), "--resume", "--seed", "1"], "--resume goes on as the last run began"),
        ([tempfile.gettempdir(), "--diff", "--gradebook", "sqlite:///x.db"], "--diff writes nothing"),
        ([tempfile.gettempdir(), "--workers", "0"], "Invalid value"),
    ],
)
def test_wrong_use_is_one_sentence(course, arguments, words):
    result = call(course, "batch", *arguments)
    assert result.returncode == 2
    assert words in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_diff_without_an_earlier_run_and_cuda_without_a_gpu(course, tmp_path):
    folder = make_class(tmp_path / "submitted", course, 1)
    assert "no earlier run to compare with" in call(course, "batch", folder, "--diff").stderr
    assert "No hand-in here has checks that need a GPU" in call(course, "batch", folder, "--only", "cuda").stderr
