"""What takes the place of nbgrader's `Execute`: hand-ins are graded by our checks, in our sandbox; no kernel starts."""

import contextlib
import weakref
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import v4
from nbgrader import utils
from nbgrader.api import Gradebook as Database
from nbgrader.api import MissingEntry
from nbgrader.plugins import BasePlugin
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Enum, Integer

from grader.assignment import KERNEL, fill
from grader.choice import choose, is_stand_in, read_hand_in
from grader.course import Course, Exercise
from grader.errors import CourseError
from grader.feedback import opening, outputs
from grader.gradebook import Gradebook
from grader.grading import Options, grade, new_seed
from grader.late import Policy
from grader.outcome import Report
from grader.stub import make_stub
from grader.submission import Submission
from grader.unit import Grader

REPORT = "course_report"


class TolerantExporter(NotebookExporter):
    """As nbconvert's own, of the notebook that counts; of what is none an empty one, and its checks say so."""

    def __init__(self, **keywords: Any) -> None:
        """As nbconvert's own; the libraries that the exercise needs are imported meanwhile."""
        super().__init__(**keywords)  # type: ignore[no-untyped-call]
        converter: Any = self.parent
        with contextlib.suppress(CourseError):  # an assignment that is not the course's; grading it will say so
            exercise = Course.find().exercise(converter.coursedir.assignment_id)
            run_of(converter).grader.zygotes_for(exercise).start(exercise)

    def from_filename(self, filename: str, resources: Any = None, **keywords: Any) -> tuple[Any, dict[str, Any]]:
        """Convert a notebook file."""
        if resources is None or "nbgrader" not in resources:
            return super().from_filename(filename, resources=resources, **keywords)
        reason: object = "a link"
        try:
            file = _counting(Path(filename), resources["nbgrader"])
            if file:
                return super().from_filename(str(file), resources=resources, **keywords)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            if error.__class__.__module__.startswith("nbgrader"):
                raise
            reason = error
        self.log.warning("%s is no notebook: %s", filename, reason)
        empty: tuple[Any, dict[str, Any]] = self.from_notebook_node(  # type: ignore[no-untyped-call]
            v4.new_notebook(metadata=KERNEL), resources
        )
        return empty


class StubSolutions(ClearSolutions):
    """In place of `ClearSolutions`: solution cells become the same stubs as in `exercises/`."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Take the solution out of one cell."""
        if utils.is_solution(cell):
            cell.source = make_stub(cell.source).rstrip("\n")
        return cell, resources


class MendCells(NbGraderPreprocessor):
    """Goes first: what a student did to the cells' marks is undone, and test cells that are gone are put back."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Mend a notebook."""
        info = resources["nbgrader"]
        with Database(info["db_url"]) as database:
            try:
                notebook = database.find_notebook(info["notebook"], info["assignment"])
            except MissingEntry:
                return nb, resources
            points = {cell.name: cell.max_score for cell in notebook.grade_cells}
            solutions = {cell.name for cell in notebook.solution_cells}
            order = [cell.name for cell in notebook.source_cells]
            sources = {cell.name: cell for cell in notebook.source_cells}
            seen: set[str] = set()
            for cell in nb.cells:
                _mend(cell, points, solutions, seen)
            for name in points:
                if name not in seen and name in sources:
                    self._put_back(nb, sources[name], points[name], order)
        return nb, resources

    def _put_back(self, nb: Any, source: Any, points: float, order: list[str]) -> None:
        self.log.warning("Test cell %s was missing; it is put back", source.name)
        before = set(order[: order.index(source.name)])
        places = [index for index, cell in enumerate(nb.cells) if _grade_id(cell) in before]
        cell = v4.new_code_cell(source.source)
        cell.metadata["nbgrader"] = _marks(source.name, points)
        nb.cells.insert(places[-1] + 1 if places else len(nb.cells), cell)


class GradeInSandbox(NbGraderPreprocessor):
    """In place of `Execute`."""

    sandbox = Enum(("strict", "auto", "off"), default_value="strict", help="How to run hand-ins.").tag(config=True)
    seed = Integer(None, allow_none=True, min=0, help="Draw the same inputs as an earlier run.").tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Grade the hand-in that the notebook belongs to, and show each check's result under its cell."""
        info = resources["nbgrader"]
        course = Course.find()
        exercise = course.exercise(info["notebook"])
        submission = self._submission(exercise, info)
        run = run_of(self.parent.parent)
        options = Options(
            seed=run.seed if self.seed is None else self.seed, sandbox=self.sandbox, hidden=course.hidden_folders()
        )
        grader = run.grader
        zygote, checks = grader.zygotes_for(exercise).start(exercise), grader.checks_for(exercise)
        report = grade(exercise, submission, zygote, options, standing=checks)
        if submission.shown_as.endswith(".py"):
            fill(nb, submission.source.decode("utf-8", "replace"))
        results = {check.id: check for check in report.checks}
        for cell in nb.cells:
            if cell.cell_type == "code":
                result = results.get(_grade_id(cell))
                cell.outputs = outputs(result) if result and utils.is_grade(cell) else []
                cell.execution_count = None
        nb.cells.insert(0, v4.new_markdown_cell(opening(report)))
        resources[REPORT] = report
        return nb, resources

    def _submission(self, exercise: Exercise, info: dict[str, str]) -> Submission:
        coursedir = self.parent.parent.coursedir
        place = coursedir.format_path(coursedir.submitted_directory, info["student"], info["assignment"])
        return read_hand_in(info["student"], Path(place), exercise)


class SaveMarks(SaveAutoGrades):
    """In place of `SaveAutoGrades`: marks go into the gradebook as those of `course batch` do."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Save the comments, then the marks."""
        nb, resources = super().preprocess(nb, resources)
        report: Report = resources[REPORT]
        info = resources["nbgrader"]
        gradebook = run_of(self.parent.parent).gradebook(info["db_url"])
        gradebook.record(info["student"], Course.find().exercise(report.exercise), report)
        return nb, resources

    def _add_score(self, cell: Any, resources: Any) -> None:
        """The marks come from the report, so that a cell that a student lost or doubled changes nothing."""


class LateDays(BasePlugin):
    """nbgrader's plugin for late hand-ins: what `course.toml` says."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """The points to take off."""
        return Policy.of(Course.find().root).penalty(score, total_seconds_late)


class Run:
    """What one run of nbgrader keeps from hand-in to hand-in; nbgrader makes its preprocessors anew for each notebook.

    The formgrader runs autograde again and again in one process: each run has a seed and a gradebook of its own.
    """

    def __init__(self) -> None:
        self.seed = new_seed()
        """One for all hand-ins, so that the same code has the same marks."""
        self.grader = Grader()
        self._gradebook: Gradebook | None = None

    def gradebook(self, url: str) -> Gradebook:
        """The gradebook; to open it takes longer than to write a hand-in's marks."""
        if self._gradebook is None:
            self._gradebook = Gradebook(url)
        return self._gradebook

    def end(self) -> None:
        """End the workers, and let go of the gradebook."""
        self.grader.end()
        if self._gradebook:
            self._gradebook.close()


_runs: weakref.WeakKeyDictionary[Any, Run] = weakref.WeakKeyDictionary()


def run_of(converter: Any) -> Run:
    """The run of this converter of nbgrader's; it ends with the converter."""
    if converter not in _runs:
        run = _runs[converter] = Run()
        weakref.finalize(converter, run.end)
    return _runs[converter]


def _counting(file: Path, info: dict[str, str]) -> Path | None:
    """The notebook to read: another one where the course's own stands for it, none for a link that leads elsewhere."""
    if file.is_symlink() or file.parent.is_symlink():
        return None
    if is_stand_in(file):
        chosen = choose(info["student"], file.parent, Course.find().exercise(info["notebook"])).path
        return chosen if chosen and chosen.suffix.lower() == ".ipynb" else file
    return file


def _grade_id(cell: Any) -> str:
    marks = cell.metadata.get("nbgrader")
    found = marks.get("grade_id", "") if isinstance(marks, dict) else ""
    return found if isinstance(found, str) else ""


def _mend(cell: Any, points: dict[str, float], solutions: set[str], seen: set[str]) -> None:
    name = _grade_id(cell)
    cell.metadata.pop("nbgrader", None)
    if name in seen:
        return
    if name in points:
        cell.metadata["nbgrader"] = _marks(name, points[name])
        seen.add(name)
    elif name in solutions:
        cell.metadata["nbgrader"] = _marks(name, None)
        seen.add(name)


def _marks(name: str, points: float | None) -> dict[str, Any]:
    from grader.assignment import metadata

    marks: dict[str, Any] = metadata(name, points)["nbgrader"]
    return marks
