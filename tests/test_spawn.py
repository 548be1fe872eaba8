"""Workers where none can be forked, forced on Linux: the protocol, the falls, and a system without Linux's modules."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from grader.cli import COMMANDS
from grader.errors import LibraryMissing, SandboxTooWeak
from grader.grading import Options, grade
from grader.outcome import Status
from grader.sandbox.policy import Policy
from grader.sandbox.protection import weakness
from grader.spawn import Spawner
from grader.submission import Submission
from grader.workers import can_fork, workers
from grader.zygote import OutOfTime, WorkerGone

ELSEWHERE = Path(__file__).with_name("elsewhere.py")


@pytest.fixture(scope="module")
def spawner():
    """One without any library: its workers are up at once."""
    with Spawner(()) as made:
        yield made


@pytest.fixture
def worker(spawner, tmp_path):
    made = spawner.fork(Policy(scratch=str(tmp_path)))
    made.hello()
    yield made
    made.close()


def load(worker, source, seconds=5.0, keep=10_000):
    request = {"do": "load", "name": "m", "filename": "m.py", "source": source.encode()}
    return worker.ask(request, time.monotonic() + seconds, keep)


def test_the_variable_chooses_it(monkeypatch):
    monkeypatch.setenv("COURSE_WORKER", "spawn")
    assert not can_fork()
    with workers(()) as made:
        assert isinstance(made, Spawner)


def test_a_module_is_loaded_and_what_it_prints_is_kept_apart(worker):
    reply = load(worker, "import os, sys\nprint('one')\nprint('two', file=sys.stderr)\nos.system('echo three')")
    assert reply["value"] is None
    assert sorted(worker.printed.split()) == [b"one", b"three", b"two"]


def test_a_flood_of_text_is_cut_and_blocks_nothing(worker):
    assert load(worker, "print('x' * 3_000_000)", keep=1000)["value"] is None
    assert len(worker.printed) == 1000


def test_a_fault_is_told_with_the_students_lines(worker):
    fault = load(worker, "def f():\n    1 / 0\nf()")["fault"]
    assert (fault["type"], fault["lines"]) == ("ZeroDivisionError", [[3, "<module>"], [2, "f"]])


def test_the_deadline_is_kept(worker):
    started = time.monotonic()
    with pytest.raises(OutOfTime):
        load(worker, "while True: pass", seconds=0.5)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(("source", "code"), [("import os; os._exit(7)", 7), ("import os; os.kill(os.getpid(), 11)", -11)])
def test_an_end_is_told_with_its_code(worker, source, code):
    with pytest.raises(WorkerGone) as gone:
        load(worker, source)
    assert gone.value.code == code


def test_a_request_that_nobody_reads_does_not_hang_the_grader(worker):
    with pytest.raises(OutOfTime):
        load(worker, "while True: pass", seconds=0.3)
    with pytest.raises(OutOfTime):
        load(worker, "#" * 3_000_000, seconds=0.3)


def test_scratch_is_home_and_the_input_is_empty(worker, tmp_path):
    source = "import os, sys, tempfile\nassert os.getcwd() == os.environ['HOME'] == tempfile.gettempdir()\n" \
             "assert sys.stdin.read() == ''\nopen('mine', 'w').write('x')"
    assert load(worker, source)["value"] is None
    assert (tmp_path / "mine").exists()


def test_nothing_of_the_graders_environment_is_seen(spawner, tmp_path, monkeypatch):
    assert "value" in load_in(Spawner, tmp_path, monkeypatch, "import os\nassert 'SECRET_TOKEN' not in os.environ")


def load_in(make, tmp_path, monkeypatch, source):
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with make(()) as made:
        worker = made.fork(Policy(scratch=str(tmp_path)))
        worker.hello()
        return load(worker, source)


def test_all_processes_end_with_it(tmp_path):
    with Spawner(()) as made:
        worker = made.fork(Policy(scratch=str(tmp_path)))
        worker.hello()
        load(worker, "import subprocess; subprocess.Popen(['sleep', '600'])")
        ours = psutil.Process().children(recursive=True)
        sleeper = next(process for process in ours if process.name() == "sleep")
        worker.close()
        assert psutil.wait_procs([sleeper], timeout=5)[1] == []
        assert made._next is not None  # the next one imports already
        following = made._next._popen.pid
    assert not psutil.pid_exists(following)


def test_a_library_that_is_missing_is_told_each_time():
    with Spawner(("no_such_library",)) as made:
        for _ in range(2):
            with pytest.raises(LibraryMissing, match="no_such_library"):
                made.wait_until_ready()
        assert not made.alive


def test_marks_are_those_of_a_forked_worker(course):
    exercise = course.exercise("ex03")
    solution = Submission(exercise.name, "x.py", exercise.solution.read_bytes())
    bad = Submission(exercise.name, "x.py", b"import os\nos._exit(3)")
    with Spawner(exercise.libraries) as made:
        report = grade(exercise, solution, made, Options(seed=1))
        assert report.complete, report
        assert "no sandbox on this system" in weakness(report.environment["sandbox"])
        assert {check.status for check in grade(exercise, bad, made, Options(seed=1)).checks} == {Status.ERROR}
        with pytest.raises(SandboxTooWeak):
            grade(exercise, solution, made, Options(seed=1, sandbox="strict"))


def test_without_anything_that_only_linux_has_the_course_still_grades(course, tmp_path):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions").mkdir()
    solution = course.exercise("ex03").solution
    (tmp_path / "exercises" / "ex03_sgd.py").write_bytes(solution.read_bytes())
    (tmp_path / "solutions" / "ex03_sgd.py").write_bytes(solution.read_bytes())
    environment = {**os.environ, "COURSE_LANG": "en"}

    def run(*arguments):
        command = [sys.executable, str(ELSEWHERE), "course", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)

    graded = run("grade", "ex03", "--json", "-")
    assert graded.returncode == 0, graded.stderr
    assert json.loads(graded.stdout)["score"] == 10
    shown = run("grade", "ex03", "ex03")
    assert shown.stderr.count("there is no sandbox on this system") == 1
    imported = (
        "import importlib, sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "import elsewhere\n"
        "elsewhere.take_away()\n"
        "for name in sys.argv[2:]: importlib.import_module(f'grader.{name}')\n"
    )
    students = [f"commands.{name}" for name in COMMANDS if name not in ("batch", "report", "export", "release", "similar")]
    modules = [*students, "watch", "hints", "trials", "prove", "page", "notebook", "grading", "spawn", "worker.spawned"]
    command = [sys.executable, "-c", imported, str(ELSEWHERE.parent), *modules]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
