import pytest

from grader.errors import CourseError
from grader.files import write_whole


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "new" / "file.json"
    write_whole(path, "one")
    write_whole(path, "two")
    assert path.read_text() == "two"
    assert list(path.parent.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="cannot be written"):
        write_whole(tmp_path / "file" / "below", "x")
