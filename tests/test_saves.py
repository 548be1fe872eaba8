"""Saves, as editors make them."""

import os
import queue
import time

import pytest

from grader.saves import watching


@pytest.fixture
def saves(tmp_path):
    heard = queue.Queue()
    with watching(tmp_path, heard.put, heard.put):
        time.sleep(0.3)  # until the system's events flow
        yield heard


def names(heard, seconds=3.0):
    """All names of the first batch."""
    return heard.get(timeout=seconds)


def test_a_plain_save_is_heard_within_a_fifth_of_a_second(saves, tmp_path):
    started = time.monotonic()
    (tmp_path / "ex03_sgd.py").write_text("x = 1")
    assert names(saves) == {"ex03_sgd.py"}
    assert time.monotonic() - started < 1  # 0.05 where nothing else runs


def test_a_save_by_renaming_is_heard_under_the_files_own_name(saves, tmp_path):
    (tmp_path / "new.tmp").write_text("x = 1")
    os.replace(tmp_path / "new.tmp", tmp_path / "ex03_sgd.py")
    assert "ex03_sgd.py" in names(saves)


def test_a_file_that_goes_away_is_heard(saves, tmp_path):
    (tmp_path / "ex03_sgd.py").write_text("x = 1")
    names(saves)
    (tmp_path / "ex03_sgd.py").unlink()
    assert names(saves) == {"ex03_sgd.py"}


def test_other_files_are_not_heard(saves, tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "ex03_sgd.py~").write_text("x")
    with pytest.raises(queue.Empty):
        names(saves, 0.5)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    heard = queue.Queue()
    with watching(tmp_path / "nothing", lambda _: None, heard.put):
        assert isinstance(heard.get(timeout=5), Exception)
