"""nbgrader's settings for this course, in one call that `nbgrader_config.py` makes."""

from pathlib import Path
from typing import Any

from grader.course import Course
from grader.gradebook import COURSE_ID


def configure(c: Any, root: Path) -> None:
    """Let nbgrader grade by our checks, in our sandbox.

    Args:
        c: nbgrader's configuration, from `get_config()`.
        root: the folder of `source/`, `release/`, `submitted/`.
    """
    from nbconvert.preprocessors import ClearMetadataPreprocessor
    from nbgrader import preprocessors as nb

    from grader.autograding import GradeInSandbox, LateDays, MendCells, SaveMarks, StubSolutions, TolerantExporter
    from grader.collecting import PlatformCollector, stand_ins

    c.CourseDirectory.course_id = COURSE_ID
    c.CourseDirectory.root = str(root)
    # As nbgrader has it, and what a release that was killed may leave half written beside a source notebook.
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", ".*.ipynb.*"]
    c.GenerateAssignment.preprocessors = [
        nb.IncludeHeaderFooter, nb.InstantiateTests, nb.LockCells, StubSolutions, nb.ClearOutput,
        nb.CheckCellMetadata, nb.ComputeChecksums, nb.SaveCells, nb.ClearHiddenTests, nb.ClearMarkScheme,
        nb.ComputeChecksums, nb.CheckCellMetadata,
    ]  # fmt: skip
    c.Autograde.exporter_class = TolerantExporter
    c.Autograde.sanitize_preprocessors = [
        MendCells, nb.ClearOutput, nb.DeduplicateIds, nb.OverwriteKernelspec, nb.OverwriteCells,
        nb.CheckCellMetadata,
    ]  # fmt: skip
    c.Autograde.autograde_preprocessors = [
        GradeInSandbox, nb.IgnorePattern, ClearMetadataPreprocessor, nb.LimitOutput, SaveMarks,
        nb.AssignLatePenalties, nb.CheckCellMetadata,
    ]  # fmt: skip
    c.AssignLatePenalties.plugin_class = LateDays
    c.ZipCollectApp.collector_plugin = PlatformCollector
    c.ZipCollectApp.strict = True
    course = Course.find()
    # nbgrader would put files of its source folder over those of the same name that a student handed in.
    c.Autograde.exclude_overwriting = {exercise.name: [f"{exercise.name}.py"] for exercise in course.exercises}
    stand_ins(root, course)
