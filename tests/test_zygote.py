"""The grader's end of the untrusted side, against workers that fall, hang, or leave something behind."""

import time

import psutil
import pytest

from grader.errors import LibraryMissing, ZygoteLost
from grader.grading import Options, grade
from grader.outcome import Status
from grader.sandbox.policy import Policy
from grader.submission import Submission
from grader.zygote import OutOfTime, WorkerGone, Zygote


@pytest.fixture(scope="module")
def zygote():
    """One without any library: it is up at once."""
    with Zygote(()) as made:
        yield made


@pytest.fixture
def worker(zygote, tmp_path):
    made = zygote.fork(Policy(scratch=str(tmp_path)))
    made.hello()
    yield made
    made.close()


def load(worker, source, seconds=5.0):
    request = {"do": "load", "name": "m", "filename": "m.py", "source": source.encode()}
    return worker.ask(request, time.monotonic() + seconds, 10_000)


def family(zygote):
    return psutil.Process(zygote._process.pid).children(recursive=True)


def test_a_module_is_loaded(worker):
    assert load(worker, "x = 1")["value"] is None


def test_a_fault_is_told_with_the_students_lines(worker):
    fault = load(worker, "def f():\n    1 / 0\nf()")["fault"]
    assert (fault["kind"], fault["type"]) == ("raised", "ZeroDivisionError")
    assert fault["lines"] == [[3, "<module>"], [2, "f"]]


def test_the_deadline_is_kept(worker):
    started = time.monotonic()
    with pytest.raises(OutOfTime):
        load(worker, "while True: pass", seconds=0.5)
    assert time.monotonic() - started < 2


def test_an_exit_is_told_with_its_code(worker):
    with pytest.raises(WorkerGone) as gone:
        load(worker, "import os; os._exit(7)")
    assert gone.value.code == 7


def test_a_signal_is_told(zygote, tmp_path):
    worker = zygote.fork(Policy(scratch=str(tmp_path)))
    worker.hello()
    family(zygote)[-1].kill()
    with pytest.raises(WorkerGone):
        load(worker, "import time; time.sleep(20)", seconds=20)
    worker.close()


@pytest.mark.parametrize("layers", [Policy(scratch="").layers, ("identity", "rlimits"), ()], ids=str)
def test_whatever_a_worker_started_is_dead_when_it_is_closed(zygote, tmp_path, layers):
    zygote.wait_until_ready()
    before = family(zygote)
    worker = zygote.fork(Policy(scratch=str(tmp_path), layers=layers))
    worker.hello()
    source = """
import os, time, subprocess
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            time.sleep(1000)
        os._exit(0)
"""
    load(worker, source)
    started = [process for process in family(zygote) if process not in before]
    assert len(started) >= 4, "the daemons must be there, or the test shows nothing"
    worker.close()
    _, alive = psutil.wait_procs(started, timeout=5)
    assert not alive


def test_nothing_outlives_the_zygote(tmp_path):
    with Zygote(()) as zygote:
        worker = zygote.fork(Policy(scratch=str(tmp_path)))
        worker.hello()
        children = family(zygote)
        assert children
    gone, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    with pytest.raises(ZygoteLost):
        worker.close()


def test_nothing_outlives_a_grader_that_is_killed(tmp_path):
    code = f"""
import time
from grader.sandbox.policy import Policy
from grader.zygote import Zygote
zygote = Zygote(())
worker = zygote.fork(Policy(scratch={str(tmp_path)!r}))
worker.hello()
print(zygote._process.pid, flush=True)
time.sleep(100)
"""
    import subprocess
    import sys

    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as grader:
        zygote = psutil.Process(int(grader.stdout.readline()))
        processes = [zygote, *zygote.children(recursive=True)]
        assert len(processes) >= 3
        grader.kill()
    gone, alive = psutil.wait_procs(processes, timeout=5)
    assert not alive


def test_a_library_that_is_missing_is_said():
    with Zygote(("no_such_library",)) as zygote, pytest.raises(LibraryMissing, match="no_such_library cannot be"):
        zygote.wait_until_ready()


def test_a_zygote_that_dies_is_our_fault_and_no_mark(course):
    exercise = course.exercise("ex03")
    submission = Submission(exercise.name, "test.py", exercise.solution.read_bytes())
    with Zygote(()) as zygote:
        zygote.wait_until_ready()
        zygote._process.kill()
        zygote._process.wait()
        report = grade(exercise, submission, zygote, Options())
    assert {check.status for check in report.checks} == {Status.GRADER_ERROR}
    with Zygote(()) as zygote:
        zygote._process.kill()
        with pytest.raises(ZygoteLost):
            zygote.fork(Policy(scratch="/tmp"))


CALLS_A_LOSS = """
import torch
try:
    torch.nn.functional.mse_loss(torch.ones(1), torch.ones(1))
except Exception as error:
    words = str(error)
raise ValueError(words)
"""


def test_shortcuts_are_taken_out_once_for_all_workers(tmp_path):
    with Zygote(("torch",)) as zygote:
        standing = []
        for number in range(2):
            scratch = tmp_path / str(number)
            scratch.mkdir()
            worker = zygote.fork(Policy(scratch=str(scratch), off=("losses",)))
            worker.hello()
            fault = load(worker, CALLS_A_LOSS)["fault"]
            worker.close()
            assert "mse_loss is off" in fault["message"]
            standing.append({process.pid for process in family(zygote)})
        assert standing[0] == standing[1]


def test_a_branch_that_was_killed_is_replaced(tmp_path):
    with Zygote(("torch",)) as zygote:
        zygote.wait_until_ready()
        before = set(family(zygote))
        policy = Policy(scratch=str(tmp_path), off=("losses",))
        zygote.fork(policy).close()
        (branch,) = set(family(zygote)) - before
        branch.kill()
        with pytest.raises(ZygoteLost):
            zygote.fork(policy)
        zygote.fork(policy).close()
