from pathlib import Path

import pytest

from grader.course import Course
from grader.extraction import Text, _called, _prose, texts

SOURCE = '''"""No text for a student."""
from grader.check import check
from grader.probe import probe

@probe
def ask(submission):
    """Runs in the worker."""
    return "never seen by anybody"

@check(points=1, function="f", hint="Which of the two is it?")
def test_f(student, rng):
    """f gives twice its argument

    And this is for authors.
    """
    for n in (1, 2):
        name = f"the gradient of f(x) by {n}"
        require(n, "{name} is {got}; it is the half.", name=name, mode="training", got="f(x, y)")
'''


@pytest.fixture
def found(tmp_path):
    path = tmp_path / "ex99_x.py"
    path.write_text(SOURCE)
    return list(_prose(path, Course(tmp_path)))


def test_titles_hints_templates_and_names_are_found_and_nothing_else(found):
    assert {text.id for text in found} == {
        "f gives twice its argument",
        "Which of the two is it?",
        "{name} is {got}; it is the half.",
        "the gradient of f(x) by {n}",
        "training",
    }
    assert [text.id for text in found if text.phrase] == ["the gradient of f(x) by {n}"]


def test_the_sentence_of_a_call_is_found_with_its_file(tmp_path):
    path = tmp_path / "module.py"
    path.write_text('raise CourseError("No {x}" if y else "None", x="code")\nprint("not this one")\nrequire(z, "Why?")\n')
    assert list(_called(path, Course(tmp_path))) == [
        Text("No {x}", "module.py"), Text("None", "module.py"), Text("Why?", "module.py"),
    ]  # fmt: skip


def test_every_kind_of_text_is_among_those_of_the_course(course):
    found = {text.id: text.file for text in texts(course) if isinstance(text.id, str)}
    assert found["Grade your exercises."] == "grader/cli.py"
    assert found["Every exercise, started or not."] == "grader/commands/grade.py"
    assert found["Linear regression by hand: model, loss, update, training loop."] == "solutions/ex03_sgd.py"
    assert found["squared_loss gives ½(ŷ − y)² for each element"] == "grader/checks/ex03_sgd.py"
    assert found["Hint:"].startswith("grader/templates/")
    assert not any(Path(file).stem == "dev" for file in found.values())
