import os

import pytest

from grader.scratch import Scratch


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield
    assert list(tmp_path.iterdir()) == []


def test_it_is_removed():
    with Scratch() as name:
        assert os.listdir(name) == []


def test_what_is_too_deep_to_walk_is_removed():
    with Scratch() as name:
        here = os.getcwd()
        os.chdir(name)
        try:
            for _ in range(3000):
                os.mkdir("d" * 50)
                os.chdir("d" * 50)
        finally:
            os.chdir(here)


def test_links_are_removed_and_not_followed(tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "kept").mkdir()
    with Scratch() as name:
        os.symlink(outside, os.path.join(name, "link"))
    assert (outside / "kept").is_dir()


def test_folders_without_rights_are_removed():
    with Scratch() as name:
        os.makedirs(os.path.join(name, "a", "b", "c"))
        os.chmod(os.path.join(name, "a", "b"), 0)
        os.chmod(os.path.join(name, "a"), 0)
