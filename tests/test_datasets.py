import hashlib
import subprocess
import sys
import urllib.error

import pytest

from grader.datasets import all_datasets, fetch_cifar10
from grader.errors import CourseError


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }  # fmt: skip


def test_the_made_sets_are_here_and_described(course):
    made = [dataset for dataset in all_datasets(course) if not dataset.fetch]
    assert [dataset.name for dataset in made] == ["ants_bees", "cifar10_small"]
    for dataset in made:
        assert dataset.files
        assert dataset.megabytes < 2
        assert dataset.about


@pytest.mark.parametrize("name", ["ants_bees", "cifar10_small"])
def test_a_script_makes_the_same_bytes_again(course, tmp_path, name):
    script = course.root / "datasets" / f"make_{name}.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, stdout=subprocess.DEVNULL)
    assert digests(tmp_path) == digests(course.root / "datasets" / name)


def test_no_network_is_one_sentence_and_leaves_nothing(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise urllib.error.URLError("no route")

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    with pytest.raises(CourseError, match="Is there a network"):
        fetch_cifar10(tmp_path / "cifar10")
    assert not (tmp_path / "cifar10").exists()
