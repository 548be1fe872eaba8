"""Which file of a hand-in's folder counts."""

import json
import os

import nbformat
import pytest

from grader.assignment import source_notebook
from grader.choice import choose, is_stand_in, marked_as_stand_in, read_hand_in

NOTEBOOK = json.dumps(
    {"cells": [{"cell_type": "code", "metadata": {}, "source": "def f(): return 1", "outputs": []}],
     "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
)  # fmt: skip


@pytest.fixture
def chosen(course, tmp_path):
    """Choose from these files, each newer than the one before by so many seconds."""

    def run(*names, apart=10.0):
        folder = tmp_path / "ex03_sgd"
        folder.mkdir(exist_ok=True)
        for number, name in enumerate(names):
            file = folder / name
            if name.endswith("/"):
                file.mkdir()
            elif " -> " in name:
                link, target = name.split(" -> ")
                folder.joinpath(link).symlink_to(target)
            else:
                file.write_text(NOTEBOOK if name.endswith(".ipynb") else "x = 1\n")
                os.utime(file, (1e9 + number * apart, 1e9 + number * apart))
        choice = choose("ada", folder, course.exercise("ex03"))
        assert (choice.path is None) is (choice.problem is not None)
        return choice.path.name if choice.path else str(choice.problem), " ".join(choice.notes)

    return run


@pytest.mark.parametrize(
    "name", ["ex03_sgd.py", "ex03_sgd.ipynb", "ex03.py", "EX03_SGD.PY", "ex03_sgd-2.py", "mine.py", "mine.ipynb"]
)
def test_one_file_counts_whatever_its_name(chosen, name):
    assert chosen("notes.txt", "timestamp.txt", "._mine.py", "__init__.py", "data/", name) == (name, "")


@pytest.mark.parametrize("stem", ["ex03_sgd", "ex03", "mine"])
def test_of_both_the_newer_counts_and_a_note_says_so(chosen, stem):
    name, note = chosen(f"{stem}.py", f"{stem}.ipynb")
    assert name == f"{stem}.ipynb"
    assert note == f"Both {stem}.py and {stem}.ipynb were handed in; {stem}.ipynb is newer and counts."


def test_the_module_counts_where_it_is_newer(chosen):
    name, note = chosen("ex03_sgd.ipynb", "ex03_sgd.py")
    assert (name, "ex03_sgd.py is newer" in note) == ("ex03_sgd.py", True)


def test_of_the_same_time_the_notebook_counts(chosen):
    name, note = chosen("ex03_sgd.ipynb", "ex03_sgd.py", apart=0.5)
    assert (name, "as both are of the same time" in note) == ("ex03_sgd.ipynb", True)


def test_the_better_name_counts_and_the_rest_is_named(chosen):
    assert chosen("ex03.py", "ex03_sgd.py", "helper.py") == (
        "ex03_sgd.py", "Only ex03_sgd.py is graded; also there: ex03.py, helper.py.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "is empty; ex03_sgd.py is asked"),
        (["timestamp.txt"], "is empty"),
        (["a.py", "b.py"], "2 files that could be ex03_sgd.py: a.py, b.py"),
        (["ex03_sgd.py", "EX03_SGD.py"], "2 files that could be"),
        (["a.py", "b.ipynb", "c.py"], "3 files"),
        (["essay.docx", "ex03_sgd/"], "holds no ex03_sgd.py, only essay.docx, ex03_sgd/"),
        (["all.zip"], "Archives are not unpacked"),
        (["ex03_sgd.py -> /etc/passwd"], "is a link"),
        (["mine.py -> /nowhere"], "is a link"),
    ],
)
def test_why_none_counts(chosen, files, words):
    problem, note = chosen(*files)
    assert words in problem and not note


def test_a_link_beside_the_file_itself_is_passed_over(chosen):
    assert chosen("ex03_sgd.ipynb -> /etc/passwd", "ex03_sgd.py") == (
        "ex03_sgd.py", "Only ex03_sgd.py is graded; also there: ex03_sgd.ipynb.",
    )  # fmt: skip


def test_what_the_course_put_there_is_no_hand_in_until_somebody_writes_into_it(course, tmp_path, chosen):
    folder = tmp_path / "ex03_sgd"
    folder.mkdir()
    made = json.loads(nbformat.writes(source_notebook(course.exercise("ex03"))))
    file = folder / "ex03_sgd.ipynb"
    file.write_text(json.dumps(marked_as_stand_in(made), indent=3))
    assert is_stand_in(file)
    assert "is empty" in chosen()[0]
    assert chosen("mine.py") == ("mine.py", "")
    content = json.loads(file.read_text())
    content["cells"][1]["source"] = "import mine"
    file.write_text(json.dumps(content))
    assert not is_stand_in(file)
    assert chosen()[0] == "ex03_sgd.ipynb"


def test_a_pipe_is_never_opened(course, tmp_path):
    os.mkfifo(tmp_path / "ex03_sgd.ipynb")
    assert "no regular file" in str(read_hand_in("ada", tmp_path, course.exercise("ex03")).problem)


def test_notes_of_the_choice_stand_before_those_of_the_notebook(course, tmp_path):
    (tmp_path / "helper.py").write_text("")
    (tmp_path / "ex03_sgd.ipynb").write_text(NOTEBOOK.replace("def f(): return 1", "%ls"))
    read = read_hand_in("ada", tmp_path, course.exercise("ex03"))
    assert read.shown_as == f"ada/{tmp_path.name}/ex03_sgd.ipynb"
    assert [note.split()[0] for note in read.notes] == ["Only", "Cell"]
