import os

import pytest

from grader.submission import MAX_BYTES, read_submission


def problem(path):
    return str(read_submission(path, "ex03_sgd").problem)


def test_a_good_file_has_no_problem(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("x = 1\n")
    submission = read_submission(path, "ex03_sgd")
    assert (submission.problem, submission.filename, submission.line(1)) == (None, "ex03_sgd.py", "x = 1")


def test_what_the_path_is_not_is_said(tmp_path):
    assert "There is no file" in problem(tmp_path / "nothing.py")
    assert "is a folder" in problem(tmp_path)
    os.mkfifo(tmp_path / "pipe.py")
    assert "no regular file" in problem(tmp_path / "pipe.py")
    (tmp_path / "loop.py").symlink_to(tmp_path / "loop.py")
    assert "loop.py" in problem(tmp_path / "loop.py")
    with (tmp_path / "huge.py").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than" in problem(tmp_path / "huge.py")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"a = 1\n# \xff\xfe\n", "line 2: not valid UTF-8. Save the file as UTF-8"),
        ("x = 1".encode("utf-16"), "not valid UTF-8"),
        (b"# -*- coding: klingon -*-\n", "encoding that is not read here"),
        (b"# coding: punycode\n", "encoding that is not read here"),
        (b"# coding: undefined\n", "encoding that is not read here"),
    ],
)
def test_an_encoding_that_does_not_fit_is_said_with_its_line(tmp_path, source, words):
    path = tmp_path / "mine.py"
    path.write_bytes(source)
    assert words in problem(path)


@pytest.mark.parametrize("cookie", ["gbk", "utf-8", "big5", "latin-1"])
def test_a_known_encoding_is_read(tmp_path, cookie):
    path = tmp_path / "mine.py"
    path.write_bytes(f"# coding: {cookie}\nname = 1\n".encode(cookie))
    submission = read_submission(path, "ex03_sgd")
    assert submission.problem is None
    assert submission.line(2) == "name = 1"
    assert submission.line(0) == submission.line(9) == submission.line(2**63) == submission.line(-1) == ""
