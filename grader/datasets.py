"""The data sets of a course: what lies in `datasets/`, and the full ones that can be fetched."""

import ast
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course import Course
from grader.errors import CourseError
from grader.language import mark


@dataclass(frozen=True)
class Dataset:
    """A folder of data."""

    name: str
    about: str
    folder: Path
    fetch: Callable[[Path], None] | None = None

    @property
    def files(self) -> int:
        """How many files it has here; 0 where it was not made or fetched."""
        return sum(path.is_file() for path in self.folder.rglob("*")) if self.folder.exists() else 0

    @property
    def megabytes(self) -> float:
        """What they take."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file()) / 1e6


def all_datasets(course: Course) -> Iterator[Dataset]:
    """Every data set: those that a script `make_NAME.py` made, then the one to fetch."""
    folder = course.root / "datasets"
    for script in sorted(folder.glob("make_*.py")):
        name = script.stem.removeprefix("make_")
        about = (ast.get_docstring(ast.parse(script.read_bytes())) or "").split("\n")[0]
        yield Dataset(name, about, folder / name)
    about = mark("The full CIFAR-10, 60,000 photographs, 170 MB to fetch")
    yield Dataset("cifar10", about, folder / "cifar10", fetch_cifar10)


def fetch_cifar10(folder: Path) -> None:
    """Download, verify and unpack the full CIFAR-10 with torchvision, which shows a progress bar.

    Raises:
        CourseError: the network or the disk does not play along.
    """
    try:
        from torchvision.datasets import CIFAR10
    except ImportError as error:
        raise CourseError("torchvision cannot be imported ({error}); see `course doctor`.", error=error) from error
    try:
        CIFAR10(str(folder), download=True)
    except OSError as error:  # URLError, timeouts and a full disk
        with contextlib.suppress(OSError):
            folder.rmdir()  # where nothing came
        raise CourseError(
            "CIFAR-10 could not be fetched: {error}. Is there a network? No exercise needs it: cifar10_small is here.",
            error=error,
        ) from error
    except RuntimeError as error:  # a checksum that does not fit
        raise CourseError(
            "CIFAR-10 came damaged ({error}). Remove {folder} and try again.", error=error, folder=folder
        ) from error
