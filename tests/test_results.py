"""From the journal to files and a gradebook, with results that were made by hand."""

import json

import pytest

from grader.course import Graded
from grader.errors import CourseError
from grader.handins import HandIn
from grader.journal import Journal
from grader.outcome import CheckResult, Report, Status
from grader.plan import Ledger
from grader.results import Results


class FakeGradebook:
    url = "sqlite:///gradebook.db"

    def __init__(self):
        self.marks = {}
        self.locked = False
        self.calls = 0

    def record(self, student, exercise, report, *, handed_in_at=None):
        self.calls += 1
        if self.locked:
            raise CourseError("The gradebook is locked by another program.")
        self.marks[student, exercise.name] = report.score


def entry(student, part, *checks, sha256="aa", version="v1"):
    results = tuple(
        CheckResult(name, name, "f", status, points, False, "", "", "", 0.1) for name, status, points in checks
    )
    report = Report("ex18_gpu", "a.py", sha256, 1, {"device": "cpu", "sandbox": {}}, 1.0, results)
    return {
        "kind": "graded", "student": student, "exercise": "ex18_gpu", "part": part, "key": sha256 + version,
        "checks": version, "needs_person": "", "at": "", "report": report.plain(),
    }  # fmt: skip


BASE = entry("alice", "all", ("a", Status.PASSED, 7), ("b", Status.SKIPPED, 3))
CUDA = entry("alice", "cuda", ("b", Status.PASSED, 3))


@pytest.fixture
def book():
    return FakeGradebook()


@pytest.fixture
def write(tmp_path, course, book):
    """Put entries in the journal, write the hand-in's results after each, and give its JSON."""
    hand_in = HandIn("alice", course.exercise("ex18"), tmp_path)
    graded = Graded(tmp_path / "graded")

    def run(*entries, again=False):
        with Journal(graded.journal, write=True) as journal:
            ledger = Ledger.of(journal)
            results = Results(graded, journal, ledger, book, catching_up=False)
            for each in entries:
                ledger.note(journal.append(each), each)
                results.write(hand_in)
            if again:
                results.catch_up(hand_in)
        path = graded.result("alice", "ex18_gpu")
        return (json.loads(path.read_text()) if path.exists() else None), results

    return run


@pytest.mark.parametrize("order", [(BASE, CUDA), (CUDA, BASE)])
def test_gpu_checks_are_merged_in_whatever_order_they_come(write, book, order):
    result, _ = write(*order)
    assert (result["score"], result["deferred"], result["student"]) == (10, 0, "alice")
    assert book.marks == {("alice", "ex18_gpu"): 10}


def test_gpu_checks_alone_are_no_result_yet(write, book):
    assert write(CUDA)[0] is None
    assert book.marks == {}


def test_gpu_checks_of_another_hand_in_or_other_checks_are_not_merged(write):
    for stale in ({"sha256": "bb"}, {"version": "v2"}):
        result, _ = write(entry("alice", "cuda", ("b", Status.PASSED, 3), **stale), BASE)
        assert (result["score"], result["deferred"]) == (7, 3)


def test_a_locked_gradebook_costs_nothing_and_is_filled_by_the_next_run(write, book):
    book.locked = True
    result, results = write(BASE)
    assert result["score"] == 7
    assert "locked" in results.gradebook_problem
    book.locked = False
    write(again=True)
    assert book.marks == {("alice", "ex18_gpu"): 7}
    calls = book.calls
    write(again=True)
    assert book.calls == calls


def test_a_mark_that_the_grader_failed_on_is_not_given_away(write, book):
    write(entry("alice", "all", ("a", Status.GRADER_ERROR, 10)))
    assert book.marks == {}
