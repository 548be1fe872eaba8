"""Fixtures that several test modules share."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from grader.course import Course
from grader.grading import Options, grade
from grader.outcome import Report
from grader.submission import Submission
from grader.zygotes import Zygotes

settings.register_profile("shared", deadline=None)  # a shared machine is slow now and then
settings.load_profile("shared")


@pytest.fixture(scope="session")
def course() -> Course:
    return Course.find()


@pytest.fixture(scope="session")
def zygotes() -> Iterator[Zygotes]:
    with Zygotes() as made:
        yield made


@pytest.fixture
def grade_source(course: Course, zygotes: Zygotes) -> Callable[..., Report]:
    """Grade a text or a `Submission` as an exercise; keywords are those of `Options`."""

    def run(source: str | Submission, exercise: str = "ex03", **options: object) -> Report:
        chosen = course.exercise(exercise)
        hand_in = source if isinstance(source, Submission) else Submission(chosen.name, "test.py", source.encode())
        chosen_options = Options(**{"seed": 1, "hidden": course.hidden_folders(), **options})
        return grade(chosen, hand_in, zygotes.start(chosen), chosen_options)

    return run
