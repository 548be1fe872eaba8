"""The gradebook: marks in nbgrader's own database, by SQLite and by PostgreSQL."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pg8000.dbapi
import pytest

from grader import gradebook as module
from grader.course import Exercise
from grader.errors import CourseError
from grader.gradebook import Gradebook, gradebook_url
from grader.grading import checks_of
from grader.outcome import CheckResult, Report, Status

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def exercise(course, tmp_path):
    """ex03, in a course folder whose course.toml a test may write."""
    return Exercise(course.exercise("ex03").name, tmp_path)


def report_of(exercise, status=Status.PASSED, **others):
    """A report with this status everywhere, but for the checks that are named."""
    results = (
        CheckResult(
            id=check.id, title=check.title, function=check.function, status=others.get(check.id, status),
            max_points=check.points, held_back=check.held_back, message="", hint="", output="", duration_s=0,
        )
        for check in checks_of(exercise.checks)
    )  # fmt: skip
    return Report(exercise.name, "x.py", "0", 1, {}, 1.0, tuple(results))


def server_programs():
    """The folder of initdb and pg_ctl, where a Debian package put them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def postgresql(folder):
    programs = server_programs()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # The server refuses to run as root.
    user = {"user": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    call = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **user}
    subprocess.run([programs / "initdb", "-D", data, "-A", "trust", "-U", "course", "-E", "UTF8"], **call)
    subprocess.run([programs / "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start"], **call)
    try:
        yield port
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **call)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A gradebook with nothing in it; nbgrader takes seconds to make one."""
    file = tmp_path_factory.mktemp("empty") / "gradebook.db"
    Gradebook(str(file)).close()
    return file


@pytest.fixture
def file(empty, tmp_path):
    return str(shutil.copy(empty, tmp_path / "g.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{request.getfixturevalue('file')}"
        return
    if not server_programs():
        pytest.skip("no PostgreSQL server here (Debian: apt install postgresql)")
    address = request.getfixturevalue("server")
    name = f"gradebook_{os.urandom(4).hex()}"
    with closing(pg8000.dbapi.connect("course", **address)) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {name} TEMPLATE filled")
    yield f"postgresql://course@{address['host']}:{address['port']}/{name}"


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL server of this test's own, with a gradebook that has nothing in it to copy."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder, postgresql(Path(folder)) as port:
        address = {"host": "127.0.0.1", "port": port, "database": "postgres"}
        with closing(pg8000.dbapi.connect("course", **address)) as connection:
            connection.autocommit = True
            connection.cursor().execute("CREATE DATABASE filled")
        Gradebook(f"postgresql://course@127.0.0.1:{port}/filled").close()
        yield address


def grades(gradebook):
    return {grade.name: grade for grade in gradebook._book.db.query(gradebook._api.Grade)}


def test_marks_come_back_as_they_were_written(url, exercise):
    held_back = next(check.id for check in checks_of(exercise.checks) if check.held_back)
    with Gradebook(url) as book:
        book.record("ada", exercise, report_of(exercise), handed_in_at=NOON.astimezone(timezone(timedelta(hours=8))))
        book.record("böb √", exercise, report_of(exercise, **{held_back: Status.FAILED}))
        book.record("böb √", exercise, report_of(exercise, **{held_back: Status.FAILED}))
    with Gradebook(url) as book:
        assert [person.id for person in book.students()] == ["ada", "böb √"]
        assert book.exercises() == {"ex03_sgd": 10}
        ada, bob = book.scores()
    assert (ada.score, ada.max_score, ada.handed_in_at, ada.needs_review) == (10, 10, NOON, False)
    assert (bob.score, bob.handed_in_at) == (9, None)


def test_a_mark_by_hand_is_never_overwritten(url, exercise):
    with Gradebook(url) as book:
        book.record("ada", exercise, report_of(exercise, Status.FAILED))
        grade = grades(book)["sgd_moves_each_parameter"]
        grade.manual_score, grade.extra_credit = 1.5, 0.25
        book._book.db.commit()
        book.record("ada", exercise, report_of(exercise))
        grade = grades(book)["sgd_moves_each_parameter"]
        assert (grade.manual_score, grade.extra_credit, grade.auto_score) == (1.5, 0.25, 2)
        (mark,) = book.scores()
    assert (mark.score, mark.needs_review) == (8 + 1.5 + 0.25, True)


def test_points_that_wait_for_a_gpu_are_added_by_a_run_on_one(file, exercise):
    name = "train_starts_small"
    waiting = report_of(exercise, **{name: Status.SKIPPED})
    on_gpu = report_of(exercise)
    on_gpu = replace(on_gpu, checks=tuple(check for check in on_gpu.checks if check.id == name))
    with Gradebook(file) as book:
        book.record("ada", exercise, waiting, handed_in_at=NOON)
        assert (book.scores()[0].score, book.scores()[0].needs_review) == (9, True)
        book.record("ada", exercise, on_gpu)
        assert (book.scores()[0].score, book.scores()[0].needs_review) == (10, False)
        book.record("ada", exercise, waiting, handed_in_at=NOON)
        assert book.scores()[0].score == 10  # the same hand-in
        book.record("ada", exercise, waiting, handed_in_at=NOON + timedelta(hours=1))
        assert book.scores()[0].score == 9  # a newer one


def test_a_fault_of_the_grader_is_no_zero_but_a_case_for_a_person(file, exercise):
    with Gradebook(file) as book:
        book.record("ada", exercise, report_of(exercise, train_starts_small=Status.GRADER_ERROR))
        assert grades(book)["train_starts_small"].auto_score is None
        assert book.scores()[0].needs_review


def test_being_late_costs_what_course_toml_says(tmp_path, file, exercise):
    (tmp_path / "course.toml").write_text(
        "[late]\nshare_per_day = 0.1\nmost = 0.5\n[due]\nex03 = 2026-03-01T10:00:00+01:00\n"
    )
    due = datetime(2026, 3, 1, 9, tzinfo=UTC)
    with Gradebook(file) as book:
        for hours, score in ((-1, 10), (1, 9), (25, 8), (24 * 30, 5), (0, 10)):
            book.record("ada", exercise, report_of(exercise), handed_in_at=due + timedelta(hours=hours))
            (mark,) = book.scores()
            assert (mark.score, mark.penalty) == (score, 10 - score), hours
            assert mark.late_s == max(0, hours * 3600)


def test_many_programs_at_once(tmp_path, exercise):
    code = (
        "import sys; from grader.gradebook import Gradebook; from tests.test_gradebook import report_of\n"
        "from grader.course import Course\n"
        "exercise = Course.find().exercise('ex03')\n"
        "with Gradebook(sys.argv[1]) as book:\n"
        "    for number in range(5): book.record(f'{sys.argv[2]}{number}', exercise, report_of(exercise))\n"
    )
    database = str(tmp_path / "new.db")
    root = Path(__file__).parents[1]
    running = [subprocess.Popen([sys.executable, "-c", code, database, name], cwd=root) for name in "abc"]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    with Gradebook(database) as book:
        assert len(book.scores()) == 15


def test_a_locked_gradebook_is_waited_for_then_named(file, exercise, monkeypatch):
    monkeypatch.setattr(module, "TRIES", 2)
    monkeypatch.setattr(module, "WAIT_S", 0.01)
    with Gradebook(f"sqlite:///{file}?timeout=0.1") as book:
        book.record("ada", exercise, report_of(exercise, Status.FAILED))
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CourseError, match="stays locked by another program"):
            book.record("ada", exercise, report_of(exercise))
        other.execute("ROLLBACK")
        other.close()
        book.record("ada", exercise, report_of(exercise))
        assert book.scores()[0].score == 10


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/no/such/folder/g.db", "unable to open database file"),
        ("postgresql://course:secret@127.0.0.1:1/none", "127.0.0.1"),
        ("nonsense://x", "names no database"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence_without_the_password(address, words, monkeypatch):
    monkeypatch.setattr(module, "WAIT_S", 0.01)
    with pytest.raises(CourseError, match=words) as caught:
        Gradebook(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("student", ["", "x" * 129, "a\0b"])
def test_an_id_that_no_database_takes(student, file, exercise):
    with Gradebook(file) as book, pytest.raises(CourseError, match="cannot be a student's id"):
        book.record(student, exercise, report_of(exercise))


def test_addresses():
    assert gradebook_url("/a/b.db") == "sqlite:////a/b.db"
    assert gradebook_url("postgresql://h/n").startswith("postgresql+")
    assert gradebook_url("sqlite:///x") == "sqlite:///x"
