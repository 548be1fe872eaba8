"""A release: the student bundle, and a course folder in which nbgrader works. Nothing of a person's is overwritten."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.course import Course, Exercise, Release
from grader.errors import CourseError, LibraryMissing
from grader.files import write_bytes_whole

CONFIG = '''"""nbgrader's settings for this course. `course release` wrote this file; change it as you like."""

from pathlib import Path

from grader.nbsettings import configure

c = get_config()  # noqa: F821
configure(c, Path(__file__).resolve().parent)
# The gradebook is gradebook.db in this folder; another one by its address:
# c.CourseDirectory.db_url = "postgresql+pg8000://user:password@host/gradebook"
'''


@dataclass
class Written:
    """What a release did, file by file, with paths as they stand under its folder."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Files that a person changed or put there; they stay."""


def make_release(
    course: Course, exercises: Sequence[Exercise], to: Path, say: Callable[[str], None] = lambda _: None
) -> Written:
    """Write the bundle and the course folder into `to`.

    Raises:
        CourseError: nbgrader refuses, a file cannot be written, or a solution is missing.
        LibraryMissing: nbgrader is not installed.
    """
    try:
        import nbformat
        import nbgrader  # noqa: F401
    except ImportError as error:
        raise LibraryMissing("A release needs nbgrader: pip install 'course[nbgrader]'.") from error
    from grader.assignment import source_notebook
    from grader.bundle import student_bundle

    for exercise in exercises:
        if not exercise.solution.exists():
            raise CourseError(
                "{file} is missing. Releases are made in the course's own folder, not in a student's bundle.",
                file=exercise.solution,
            )
    release = Release(to.absolute())
    writer = _Writer(release)
    say("student bundle")
    writer.put(release.bundle, student_bundle(course, exercises))
    writer.put(release.config, CONFIG.encode())
    for exercise in exercises:
        source = nbformat.writes(source_notebook(exercise)) + "\n"
        writer.put(release.source(exercise), source.encode())
    with tempfile.TemporaryDirectory(prefix="course-") as staging:
        for exercise in exercises:
            say(exercise.name)
            if not writer.is_current(release.released(exercise), release.source(exercise)):
                made = _generated(release, exercise, Path(staging))
                writer.put(release.released(exercise), made, made_from=release.source(exercise))
            else:
                writer.done.unchanged.append(release.shown(release.released(exercise)))
    return writer.done


class _Writer:
    """Writes only files that it wrote itself and that nobody changed since; remembers what it wrote."""

    def __init__(self, release: Release) -> None:
        self.done = Written()
        self._release = release
        self._memory: dict[str, dict[str, str]] = {}
        try:
            self._memory = json.loads(release.memory.read_text(encoding="utf-8"))
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            raise CourseError(
                "{file} cannot be read: {reason}. Without it a release cannot tell its own files from yours; "
                "choose another folder.", file=release.memory, reason=error,
            ) from error  # fmt: skip

    def put(self, path: Path, data: bytes, made_from: Path | None = None) -> None:
        """Write a file, unless a person's stands there."""
        name = self._release.shown(path)
        there = path.read_bytes() if path.is_file() else None
        if there == data:
            self.done.unchanged.append(name)
        elif path.exists() and (there is None or not self._is_ours(name, there)):
            self.done.kept.append(name)
            return
        else:
            # Remembered before it is there: a run that is killed in between leaves no file that nobody owns.
            self._memory[name] = {**self._memory.get(name, {}), "coming": _sha(data)}
            self._remember()
            write_bytes_whole(path, data)
            self.done.written.append(name)
        self._memory[name] = {"sha256": _sha(data)}
        if made_from:
            self._memory[name]["made_from"] = _sha(made_from.read_bytes())
        self._remember()

    def _is_ours(self, name: str, there: bytes) -> bool:
        entry = self._memory.get(name, {})
        return _sha(there) in (entry.get("sha256"), entry.get("coming"))

    def _remember(self) -> None:
        text = json.dumps(self._memory, indent=1, sort_keys=True) + "\n"
        write_bytes_whole(self._release.memory, text.encode())

    def is_current(self, path: Path, source: Path) -> bool:
        """Whether the file is there as it was written, from the source as it stands."""
        entry = self._memory.get(self._release.shown(path), {})
        return (
            path.is_file()
            and self._release.gradebook.exists()
            and entry.get("sha256") == _sha(path.read_bytes())
            and entry.get("made_from") == _sha(source.read_bytes())
        )


def _generated(release: Release, exercise: Exercise, staging: Path) -> bytes:
    """What `nbgrader generate_assignment` makes of a source notebook, in a folder where nothing can be lost."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    from grader.gradebook import own_programs_on_path
    from grader.nbsettings import configure

    stage = Release(staging)
    stage.source(exercise).parent.mkdir(parents=True)
    shutil.copy(release.source(exercise), stage.source(exercise))
    config = Config()
    configure(config, stage.course_folder)
    config.CourseDirectory.db_url = _database(release)
    with own_programs_on_path():
        result = NbGraderAPI(config=config).generate_assignment(exercise.name, force=True, create=True)
    if not result["success"]:
        reason = (result.get("error") or result["log"]).strip().splitlines()[-1]
        raise CourseError(
            "nbgrader cannot generate {exercise}: {reason}. With hand-ins in the gradebook the set of checks must "
            "stay; release into another folder.", exercise=exercise.name, reason=reason.rstrip("."),
        )  # fmt: skip
    return stage.released(exercise).read_bytes()


def _database(release: Release) -> str:
    """The gradebook that the folder's own settings name, or the usual one."""
    import re

    if release.config.exists():
        text = release.config.read_text(encoding="utf-8")
        found = re.search(r"^c\.CourseDirectory\.db_url\s*=\s*[\"'](.+?)[\"']", text, re.M)
        if found:
            return found[1]
    return f"sqlite:///{release.gradebook}"


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
