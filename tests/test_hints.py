import shutil

import pytest

from grader.check import Check
from grader.course import Course
from grader.grading import checks_of
from grader.hints import given_with, next_step, steps
from grader.language import Language, speaking, translated
from grader.progress import Entry
from grader.stub import solution_lines

EVERY_CLASS_HAS_IT = "super().__init__()"


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


def test_steps_lead_from_the_question_to_nearly_there(exercise):
    found = steps(exercise, check(hints=("A question?", "An idea.", "Nearly there.")), "It came out twice as large.")
    assert [step.kind for step in found] == ["hint", "hint", "seen", "place", "task", "hint"]
    texts = [step.text for step in found]
    assert texts[:3] + texts[5:] == ["A question?", "An idea.", "It came out twice as large.", "Nearly there."]
    assert [step.number for step in found] == [1, 2, 3, 4, 5, 6]
    number = exercise.file.read_text().splitlines().index("def sgd(params, lr, batch_size):") + 1
    assert found[3].text == f"exercises/ex03_sgd.py, line {number}"
    assert found[4].text.startswith("Move each parameter by −lr · grad / batch_size")
    assert "param -=" not in found[4].text


def test_the_question_comes_first_even_if_it_is_the_only_step(exercise):
    assert [step.kind for step in steps(exercise, check(), "Wrong.")] == ["hint", "seen", "place", "task"]


def test_a_held_back_check_never_tells_what_the_last_run_gave(exercise):
    assert "seen" not in [step.kind for step in steps(exercise, check(held_back=True), "secret")]


def test_a_file_that_python_cannot_read_costs_only_the_place(exercise):
    exercise.file.write_text("def sgd((:")
    assert [step.kind for step in steps(exercise, check(), "")] == ["hint", "task"]


def _exercises():
    return [exercise.id for exercise in Course.find().exercises]


@pytest.mark.parametrize("id", _exercises())
def test_every_check_has_steps_of_its_own_that_give_no_line_away(course, id):
    solution = course.exercise(id).solution.read_text(encoding="utf-8")
    lines = [line.removeprefix("return ") for line in solution_lines(solution) if line != EVERY_CLASS_HAS_IT]
    for each in checks_of(course.exercise(id).checks):
        assert 2 <= len(each.hints) <= 4, each.id
        assert len(set(each.hints)) == len(each.hints)
        for hint in each.hints[1:]:
            assert len(hint) <= 200, (each.id, len(hint))
        for hint in each.hints:
            shown = [line for line in lines if line in hint and len(line) >= 12]
            assert not shown, (each.id, shown)


@pytest.mark.parametrize("id", _exercises())
def test_every_step_is_translated(course, id):
    for each in checks_of(course.exercise(id).checks):
        with speaking(Language("zh")):
            assert all(translated(hint) != hint for hint in each.hints), each.id


def test_beside_a_failed_check_only_the_question_stands(course, grade_source):
    report = repr(grade_source(course.exercise("ex03").file.read_text(encoding="utf-8")))
    for each in checks_of(course.exercise("ex03").checks):
        question, *further = each.hints
        assert repr(question)[1:-1] in report
        assert not [hint for hint in further if repr(hint)[1:-1] in report]


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
