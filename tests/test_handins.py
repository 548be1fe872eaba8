import os
import shutil

import pytest

from grader.errors import CourseError
from grader.handins import find_hand_ins


@pytest.fixture
def put(tmp_path, course):
    """Make a hand-in with files of these contents."""

    def make(student, exercise="ex03_sgd", **files):
        folder = tmp_path / student / exercise
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / name.replace("__", ".")).write_text(content)
        return folder

    return make


def only(folder, course):
    (hand_in,) = find_hand_ins(folder, course).hand_ins
    return hand_in


def test_they_come_in_the_order_of_exercises_and_students(put, tmp_path, course):
    for student in ("bob", "alice"):
        put(student, ex03_sgd__py="1")
        put(student, "ex00", tensors__py="2")
    (tmp_path / "notes.txt").write_text("")
    put("alice", "essay")
    put("alice", "ex03", ex03_sgd__py="twice")
    found = find_hand_ins(tmp_path, course)
    assert [hand_in.name for hand_in in found.hand_ins] == [
        "alice/ex00_tensors", "bob/ex00_tensors", "alice/ex03_sgd", "bob/ex03_sgd",
    ]  # fmt: skip
    assert len(found.ignored) == 3
    assert {"essay", "ex03_sgd", "notes.txt"} <= {word for line in found.ignored for word in line.replace("/", " ").split()}
    some = find_hand_ins(tmp_path, course, exercises=("ex03",), students=("bob",)).hand_ins
    assert [hand_in.name for hand_in in some] == ["bob/ex03_sgd"]


@pytest.mark.parametrize("name", ["ex03_sgd.py", "ex03.py", "mine.py"])
def test_the_file_that_counts(put, tmp_path, course, name):
    folder = put("alice", timestamp__txt="2025-01-31 23:59:00 UTC", notes__md="")
    (folder / name).write_bytes(b"x = 1\n")
    if name != "mine.py":
        (folder / "helper.py").write_text("")
    hand_in = only(tmp_path, course)
    submission = hand_in.read()
    assert (submission.source, submission.problem) == (b"x = 1\n", None)
    assert hand_in.handed_in_at.isoformat() == "2025-01-31T23:59:00+00:00"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"timestamp__txt": "never"}, "is empty"),
        ({"a__py": "", "b__py": ""}, "2 files that could be ex03_sgd.py: a.py, b.py"),
        ({f"f{number}__txt": "" for number in range(1001)}, "more than 1000 files"),
    ],
)
def test_why_a_hand_in_cannot_be_graded(put, tmp_path, course, files, words):
    put("alice", **files)
    hand_in = only(tmp_path, course)
    assert words in str(hand_in.read().problem)
    assert hand_in.handed_in_at is None


def test_links_pipes_and_giants_are_not_followed(put, tmp_path, course):
    put("link").joinpath("ex03_sgd.py").symlink_to(course.exercise("ex03").solution)
    put("broken").joinpath("ex03_sgd.py").symlink_to("/nowhere")
    os.mkfifo(put("pipe") / "ex03_sgd.py")
    with (put("giant") / "ex03_sgd.py").open("wb") as file:
        file.truncate(2**30)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "ex03_sgd").symlink_to(course.root / "solutions")
    hand_ins = find_hand_ins(tmp_path, course).hand_ins
    problems = {hand_in.student: str(hand_in.read().problem) for hand_in in hand_ins}
    assert "is a link" in problems["link"]
    assert "is a link" in problems["broken"]
    assert "no regular file" in problems["pipe"]
    assert "larger than 4 MiB" in problems["giant"]
    assert "is a link" in problems["folder"]
    assert all(not hand_in.read().source for hand_in in hand_ins)


def test_a_name_in_another_encoding(tmp_path, course):
    folder = os.fsencode(tmp_path) + b"/m\xfcller/ex03_sgd"
    os.makedirs(folder)
    shutil.copy(course.exercise("ex03").solution, folder + b"/l\xf6sung.py")
    hand_in = only(tmp_path, course)
    assert hand_in.name == "m�ller/ex03_sgd"
    assert hand_in.read().problem is None
    hand_in.read().shown_as.encode()


def test_the_wrong_folder_says_which_is_expected_and_what_was_found(put, tmp_path, course):
    with pytest.raises(CourseError, match=r"does not exist; expected a folder with \{student\}/\{exercise\}/"):
        find_hand_ins(tmp_path / "none", course)
    with pytest.raises(CourseError, match="found nothing"):
        find_hand_ins(tmp_path, course)
    put("submitted", "alice")
    with pytest.raises(CourseError, match=r"submitted/alice \(no exercise.*may lie in .*submitted"):
        find_hand_ins(tmp_path, course)


def test_unknown_names_get_a_near_one(put, tmp_path, course):
    put("alice")
    with pytest.raises(CourseError, match="Did you mean alice"):
        find_hand_ins(tmp_path, course, students=("alise",))
    with pytest.raises(CourseError, match="Did you mean ex03_sgd"):
        find_hand_ins(tmp_path, course, exercises=("ex03_sdg",))
    with pytest.raises(CourseError, match="No hand-in of ex00"):
        find_hand_ins(tmp_path, course, exercises=("ex00",))
