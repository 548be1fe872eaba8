"""Hand-ins as learning platforms give them, brought into nbgrader's layout."""

import json
import re
from pathlib import Path, PurePath

from nbgrader.plugins import FileNameCollectorPlugin

from grader.choice import marked_as_stand_in
from grader.course import Course

NAME = re.compile(r"(?P<exercise>ex\d\d_[a-z0-9_]+?)(?:[-_ ]?\(?\d*\)?)?\.(?:ipynb|py)$", re.I)
PLATFORMS = (
    # Blackboard: Exercise 3_ada_attempt_2026-03-01-15-00-00_ex03_sgd.ipynb
    re.compile(r"_(?P<student_id>[^_/]+)_attempt_(?P<timestamp>\d{4}(?:-\d\d){5})_[^/]*$"),
    # Moodle, a folder for each: Ada Lovelace_4711_assignsubmission_file_/ex03_sgd.ipynb
    re.compile(r"(?:^|/)(?P<full_name>[^/]+)_(?P<student_id>\d+)_assignsubmission_file(?:_[^/]*)?/[^/]*$"),
    # Canvas: lovelaceada_LATE_123_45678_ex03_sgd-2.ipynb
    re.compile(r"(?:^|/)(?P<student_id>[a-z0-9-]+)(?:_LATE)?_\d+_\d+_[^/]*$", re.I),
    # A folder with the student's id: ada/ex03_sgd.ipynb, ada/ex03_sgd/ex03_sgd.ipynb
    re.compile(r"(?:^|/)(?P<student_id>[^/]+)/(?:ex\d\d_[a-z0-9_]+/)?[^/]*$"),
)


class PlatformCollector(FileNameCollectorPlugin):
    """For `nbgrader zip_collect`: takes modules and notebooks named as Canvas, Moodle and Blackboard name them."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Who handed a file in and for which exercise; None for what is no hand-in."""
        path = PurePath(submitted_file).as_posix().partition("/extracted/")[2] or PurePath(submitted_file).as_posix()
        name = NAME.search(PurePath(path).name)
        found = next((match for pattern in PLATFORMS if (match := pattern.search(path))), None)
        if not name or not found:
            return None
        info = {"student_id": found["student_id"], "file_id": name["exercise"].lower()}
        if "timestamp" in found.groupdict():
            year, month, day, *clock = found["timestamp"].split("-")
            info["timestamp"] = f"{year}-{month}-{day} {':'.join(clock)} UTC"
        return info


def stand_ins(root: Path, course: Course) -> list[Path]:
    """In each hand-in's folder that lacks the notebook nbgrader looks for, the released one.

    It only makes nbgrader grade the hand-in; `grader.choice` says what counts. A student's file is never touched.
    """
    from grader.files import write_whole

    made = []
    for exercise in course.exercises:
        released = root / "release" / exercise.name / f"{exercise.name}.ipynb"
        for folder in sorted((root / "submitted").glob(f"*/{exercise.name}")):
            notebook = folder / released.name
            if notebook.is_symlink() or notebook.exists() or folder.is_symlink() or not folder.is_dir():
                continue
            if released.exists():
                marked = marked_as_stand_in(json.loads(released.read_bytes()))
                write_whole(notebook, json.dumps(marked, indent=1, ensure_ascii=False) + "\n")
                made.append(notebook)
    return made
