import shutil

import pytest

from grader.check import Check
from grader.course import Course
from grader.hints import given_with, next_step, steps
from grader.progress import Entry


def check(name="a", hints=("What is divided?",), function="sgd", held_back=False):
    return Check(name, f"title of {name}", function, 1, hints, held_back, False, None)


def entry(open_checks=("a", "b"), hinted=(), messages=None):
    return Entry(0, 10, 0, 1, "", open_checks, hinted, messages or {})


@pytest.fixture
def exercise(course, tmp_path):
    for folder in ("exercises", "solutions"):
        (tmp_path / folder).mkdir()
        shutil.copy(course.root / folder / "ex03_sgd.py", tmp_path / folder)
    return Course(tmp_path).exercise("ex03")


def test_the_authors_steps_come_first_then_the_last_run_the_place_and_the_task(exercise):
    found = steps(exercise, check(hints=("A question?", "Nearly there.")), "It came out twice as large.")
    assert [step.kind for step in found] == ["hint", "hint", "seen", "place", "task"]
    assert [step.text for step in found][:3] == ["A question?", "Nearly there.", "It came out twice as large."]
    assert [step.number for step in found] == [1, 2, 3, 4, 5]
    number = exercise.file.read_text().splitlines().index("def sgd(params, lr, batch_size):") + 1
    assert found[3].text == f"exercises/ex03_sgd.py, line {number}"
    assert found[4].text.startswith("Move each parameter by −lr · grad / batch_size")
    assert "param -=" not in found[4].text


def test_a_held_back_check_never_tells_what_the_last_run_gave(exercise):
    assert "seen" not in [step.kind for step in steps(exercise, check(held_back=True), "secret")]


def test_a_file_that_python_cannot_read_costs_only_the_place(exercise):
    exercise.file.write_text("def sgd((:")
    assert [step.kind for step in steps(exercise, check(), "")] == ["hint", "task"]


def test_steps_go_on_check_by_check_and_begin_again(exercise):
    checks = [check("a"), check("b", function="linreg")]
    state, seen = entry(), []
    for _ in range(7):
        step = next_step(exercise, checks, state)
        seen.append((step.check.id, step.number))
        state = entry(hinted=given_with(state, step))
    assert seen == [("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2), ("b", 3), ("a", 1)]


def test_only_open_checks_are_hinted_at(exercise):
    checks = [check("a"), check("b")]
    assert next_step(exercise, checks, entry(open_checks=("b",))).check.id == "b"
    assert next_step(exercise, checks, entry(open_checks=())) is None
    assert next_step(exercise, checks, None).check.id == "a"
