"""Every exercise as a module by `course batch` and as a notebook by `nbgrader autograde`: the same marks, check by check.

Solution, stub and three mutants each. The batch runs beside nbgrader, which runs in this process.
"""

import json
import subprocess
import time
from pathlib import Path

import nbformat
import pytest

from grader.assignment import fill, source_notebook
from grader.course import Course, Graded, Release
from grader.outcome import Report
from grader.release import make_release
from grader.render import MARKS, WORDS, points
from tests.classes import COURSE

EXERCISES = sorted(Course.find().exercises, key=lambda exercise: (exercise.libraries, exercise.name))
"""In the order of the batch."""
GRADED_S = 300
SEED = 4711

pytestmark = pytest.mark.filterwarnings("ignore")  # nbgrader and what it stands on warn of their own future


def sources(exercise):
    """What is handed in, by student."""
    solution = exercise.solution.read_text()
    made = {"solution": solution, "stub": exercise.file.read_text()}
    return made | {path.stem: f"{solution}\n\n{path.read_text()}" for path in exercise.mutants[:3]}


@pytest.fixture(scope="module")
def batch(course, tmp_path_factory):
    """A batch of all modules, while it runs."""
    folder = tmp_path_factory.mktemp("both") / "modules"
    for exercise in EXERCISES:
        for student, source in sources(exercise).items():
            file = folder / student / exercise.name / f"{exercise.name}.py"
            file.parent.mkdir(parents=True)
            file.write_text(source)
    with (folder.parent / "log").open("w") as log:
        command = [COURSE, "batch", folder, "--workers", "1", "--seed", str(SEED)]
        running = subprocess.Popen(command, cwd=course.root, stdout=log, stderr=log)
        yield Graded.of(folder), running
        running.terminate()
        running.wait(30)


@pytest.fixture(scope="module")
def nbgrader(course, batch, tmp_path_factory):
    """nbgrader's own interface, on a release with all notebooks handed in."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    from grader.nbsettings import configure

    release = Release(tmp_path_factory.mktemp("nbgrader"))
    make_release(course, EXERCISES, release.root)
    for exercise in EXERCISES:
        for student, source in sources(exercise).items():
            notebook = source_notebook(exercise)
            fill(notebook, source)
            file = release.course_folder / "submitted" / student / exercise.name / f"{exercise.name}.ipynb"
            file.parent.mkdir(parents=True)
            nbformat.write(notebook, file)
    config = Config()
    configure(config, release.course_folder)
    config.GradeInSandbox.seed = SEED
    return NbGraderAPI(config=config), release.course_folder


def report_of(file, running):
    """The batch's report, once it is there."""
    deadline = time.monotonic() + GRADED_S
    while not file.exists():
        assert running.poll() in (None, 0), Path(file.parents[3] / "log").read_text()
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return Report.of_plain(json.loads(file.read_text()))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_same_marks(exercise, batch, nbgrader):
    graded, running = batch
    api, folder = nbgrader
    result = api.autograde(exercise.name, "*")
    assert result["success"], result
    for student in sources(exercise):
        report = report_of(graded.result(student, exercise.name), running)
        notebook = nbformat.read(folder / "autograded" / student / exercise.name / f"{exercise.name}.ipynb", 4)
        cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
        for check in report.checks:
            head = f"{MARKS[check.status][0]} {WORDS[check.status]}: {points(check.points)} of {points(check.max_points)}"
            text, value = cells[check.id].outputs
            assert text.text.startswith(head), (student, check.id, text.text)
            assert float(value.data["text/plain"]) == check.points
        with api.gradebook as gradebook:
            assert gradebook.find_submission(exercise.name, student).score == pytest.approx(report.score)
        assert student != "solution" or report.complete
        assert student != "stub" or report.score == 0
