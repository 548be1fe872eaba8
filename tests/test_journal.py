import os
import resource
import subprocess
import sys

import pytest

from grader.errors import CourseError
from grader.journal import Journal


def read(path):
    with Journal(path) as journal:
        return [entry["n"] for _, entry in journal.entries()], journal.damaged


def write(path, *numbers):
    with Journal(path, write=True) as journal:
        return [journal.append({"n": number, "text": "ü\udcff\n"}) for number in numbers]


def test_entries_come_back_in_order_and_by_place(tmp_path):
    path = tmp_path / "folder" / "journal.jsonl"
    places = write(path, 1, 2)
    write(path, 3)
    assert read(path) == ([1, 2, 3], 0)
    with Journal(path) as journal:
        assert journal.at(places[1]) == {"n": 2, "text": "ü\udcff\n"}


@pytest.mark.parametrize("rest", range(0, 60, 7))
def test_a_line_torn_at_any_byte_is_passed_over_and_harms_no_other(tmp_path, rest):
    path = tmp_path / "journal.jsonl"
    start = write(path, 1, 2)[1]
    os.truncate(path, start + rest)
    write(path, 3)
    assert read(path) == ([1, 3], 1 if rest else 0)


def test_a_changed_byte_is_noticed(tmp_path):
    path = tmp_path / "journal.jsonl"
    write(path, 1, 2)
    path.write_bytes(path.read_bytes().replace(b'"n":1', b'"n":7'))
    assert read(path) == ([2], 1)


def test_a_full_disk_leaves_the_journal_as_it_was(tmp_path):
    path = tmp_path / "journal.jsonl"
    write(path, 1)
    size = path.stat().st_size
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from grader.journal import Journal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 20}, {resource.RLIM_INFINITY}))\n"
        "with Journal(Path(sys.argv[1]), write=True) as journal:\n"
        "    journal.append({'n': 2, 'text': 'x' * 100})\n"
    )
    result = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert "make room, then go on with --resume" in result.stderr
    assert path.stat().st_size == size
    write(path, 3)
    assert read(path) == ([1, 3], 0)


def test_only_one_program_writes(tmp_path):
    path = tmp_path / "journal.jsonl"
    with Journal(path, write=True):
        with pytest.raises(CourseError, match="Another course batch"), Journal(path, write=True):
            pass
        assert read(path) == ([], 0)


def test_a_folder_that_cannot_be_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="cannot be opened"), Journal(tmp_path / "file" / "journal.jsonl", write=True):
        pass
