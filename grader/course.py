"""Where everything of a course lies. The one place that builds paths; the folder listing is the registry."""

import ast
import difflib
import os
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.errors import BrokenChecks, CourseError, CourseNotFound, UnknownExercise
from grader.language import translated
from grader.limits import Limits

PACKAGE = Path(__file__).parent
CHECKS = PACKAGE / "checks"
LOCALE = PACKAGE / "locale"
ROOT_VARIABLE = "COURSE_ROOT"
DEFAULT_LIBRARIES = ("torch",)
LIMITS_FILE = "course.toml"
SETTINGS = ("LIBRARIES", "LIMITS", "DATA", "HELD_BACK")


def instructor_limits(root: Path) -> dict[str, Any]:
    """The table `limits` of `course.toml`: numbers for all exercises, and a table for each that differs.

    Raises:
        CourseError: the file cannot be read as TOML.
    """
    try:
        found = tomllib.loads((root / LIMITS_FILE).read_text(encoding="utf-8")).get("limits", {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise CourseError("{file} cannot be read: {reason}.", file=LIMITS_FILE, reason=error) from error
    if not isinstance(found, dict):
        raise CourseError("{file}: limits is no table.", file=LIMITS_FILE)
    return found


@dataclass(frozen=True)
class Exercise:
    """One exercise, by its name `exNN_name`."""

    name: str
    root: Path

    @property
    def id(self) -> str:
        """`ex03`."""
        return self.name.split("_")[0]

    @property
    def checks(self) -> Path:
        """The file with its checks."""
        return CHECKS / f"{self.name}.py"

    @property
    def solution(self) -> Path:
        """The reference solution; not in a student's bundle."""
        return self.root / "solutions" / f"{self.name}.py"

    @property
    def file(self) -> Path:
        """What the student edits."""
        return self.root / "exercises" / f"{self.name}.py"

    @property
    def packaged_stub(self) -> Path:
        """The stub as it was released; in a student's bundle only."""
        return PACKAGE / "stubs" / f"{self.name}.py"

    @property
    def started(self) -> bool:
        """Whether the student's file is there and is no longer the stub."""
        from grader.tasktext import pristine_stub

        if not self.file.exists():
            return False
        # An editor, or git on Windows, may have changed nothing but the ends of the lines.
        return self.file.read_bytes().replace(b"\r\n", b"\n") != pristine_stub(self).encode()

    @property
    def title(self) -> str:
        """The first line of its task text, in the current language."""
        from grader.tasktext import pristine_stub

        docstring = ast.get_docstring(ast.parse(pristine_stub(self))) or ""
        return translated(docstring.split("\n\n")[0].replace("\n", " ")).rstrip(".。")

    @property
    def mutants(self) -> list[Path]:
        """Wrong modules that must lose points."""
        return sorted((self.root / "tests" / "mutants" / self.id).glob("*.py"))

    @property
    def alternatives(self) -> list[Path]:
        """Right modules that must have full marks."""
        return sorted((self.root / "tests" / "alternatives" / self.id).glob("*.py"))

    @property
    def datasets(self) -> Path:
        """The course's data."""
        return self.root / "datasets"

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The constants at the top of the checks file: `LIBRARIES`, `LIMITS`, `DATA`, each a literal."""
        found: dict[str, Any] = {}
        try:
            for node in ast.parse(self.checks.read_bytes()).body:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    name = node.targets[0].id
                    if name in SETTINGS:
                        found[name] = ast.literal_eval(node.value)
        except (SyntaxError, ValueError) as error:
            raise BrokenChecks(f"{self.checks.name}: {error}") from error
        return found

    @property
    def libraries(self) -> tuple[str, ...]:
        """The modules that its zygote imports, such as `("torch", "torchvision")`."""
        return tuple(self.settings.get("LIBRARIES", DEFAULT_LIBRARIES))

    @property
    def limits(self) -> Limits:
        """Its bounds: the usual ones, what its checks file asks, and above both what `course.toml` says."""
        chosen = instructor_limits(self.root)
        general = {name: value for name, value in chosen.items() if not isinstance(value, dict)}
        own = chosen.get(self.id, {})
        try:
            return Limits().changed(self.settings.get("LIMITS", {})).changed(general).changed(own)
        except ValueError as error:
            raise CourseError("{file}: {reason}. README lists the limits.", file=LIMITS_FILE, reason=error) from error

    @property
    def held_back(self) -> tuple[int, float]:
        """How many checks a student's bundle lacks, and their points; nothing where all are here."""
        missing = self.settings.get("HELD_BACK", {})
        return missing.get("checks", 0), missing.get("points", 0.0)

    @property
    def data(self) -> tuple[Path, ...]:
        """The folders under `datasets/` that its worker may read."""
        return tuple(self.datasets / name for name in self.settings.get("DATA", ()))


@dataclass(frozen=True)
class Course:
    """A course folder: `exercises/`, and beside it what its kind has (solutions, tests, datasets)."""

    root: Path

    @classmethod
    def find(cls) -> "Course":
        """The course around the working folder, or the one this package lies in.

        Raises:
            CourseNotFound: there is none.
        """
        named = os.environ.get(ROOT_VARIABLE)
        here = Path.cwd()
        places = [Path(named)] if named else [here, *here.parents, PACKAGE.parent]
        for place in places:
            if any((place / "exercises").glob("ex[0-9][0-9]_*.py")):
                return cls(place)
        if named:
            raise CourseNotFound(
                "No course here: {variable} names {folder}, which has no exercises/exNN_name.py.",
                variable=ROOT_VARIABLE, folder=named,
            )
        raise CourseNotFound(
            "No course here: looked for exercises/exNN_name.py in {folder} and the folders above it. "
            "Change to the course's folder.", folder=here,
        )

    @property
    def state(self) -> Path:
        """The folder for what the course remembers."""
        return self.root / ".course"

    @property
    def datasets(self) -> Path:
        """The course's data."""
        return self.root / "datasets"

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises, in order."""
        names = sorted(path.stem for path in CHECKS.glob("ex[0-9][0-9]_*.py"))
        return tuple(Exercise(name, self.root) for name in names)

    def exercise(self, wanted: str) -> Exercise:
        """The exercise with this id, name or file.

        Raises:
            UnknownExercise: there is none; the message names a near one.
        """
        key = Path(wanted).name.removesuffix(".py").removesuffix(".ipynb")
        for exercise in self.exercises:
            if key.lower() in (exercise.id, exercise.name):
                return exercise
        known = [name for exercise in self.exercises for name in (exercise.id, exercise.name)]
        padded = re.sub(r"^(?:ex)?(\d)(?=_|$)", r"ex0\1", key.lower())
        near = [padded] if padded in known else difflib.get_close_matches(padded, known, n=1, cutoff=0.5)
        if near:
            raise UnknownExercise(
                "There is no exercise {wanted}. Did you mean {near}? `course list` shows them all.",
                wanted=wanted, near=near[0],
            )
        raise UnknownExercise("There is no exercise {wanted}. `course list` shows them all.", wanted=wanted)

    def hidden_folders(self) -> tuple[str, ...]:
        """Every folder that a submission must not see, wherever it lies."""
        folders = [self.root, PACKAGE, PACKAGE.parent / "solutions", PACKAGE.parent / "tests"]
        return tuple(dict.fromkeys(str(folder.resolve()) for folder in folders))


@dataclass(frozen=True)
class Graded:
    """What `course batch` leaves of a folder of hand-ins: the journal, and the files made from it."""

    root: Path

    @classmethod
    def of(cls, hand_ins: Path) -> "Graded":
        """Beside the hand-ins: `submitted-graded` for `submitted`."""
        folder = hand_ins.resolve()
        return cls(folder.with_name(f"{folder.name}-graded"))

    @property
    def journal(self) -> Path:
        """Every result, as it came."""
        return self.root / "journal.jsonl"

    def result(self, student: str, exercise: str) -> Path:
        """One graded submission as JSON."""
        return self.root / "results" / student / f"{exercise}.json"

    def feedback(self, student: str, exercise: str) -> Path:
        """The page that the student gets."""
        return self.root / "feedback" / student / f"{exercise}.html"

    def feedback_index(self, student: str) -> Path:
        """The page that leads to all of a student's."""
        return self.root / "feedback" / student / "index.html"

    @property
    def class_report(self) -> Path:
        """What `course report` writes."""
        return self.root / "report.html"

    @property
    def similar(self) -> Path:
        """What `course similar` writes."""
        return self.root / "similar.html"


@dataclass(frozen=True)
class Release:
    """What `course release` writes: the student bundle, and a course folder for nbgrader."""

    root: Path

    @property
    def bundle(self) -> Path:
        """The zip for students."""
        return self.root / "course.zip"

    @property
    def course_folder(self) -> Path:
        """Where nbgrader is run."""
        return self.root / "nbgrader"

    @property
    def config(self) -> Path:
        """nbgrader's settings."""
        return self.course_folder / "nbgrader_config.py"

    @property
    def gradebook(self) -> Path:
        """The gradebook, where it is none elsewhere."""
        return self.course_folder / "gradebook.db"

    @property
    def memory(self) -> Path:
        """What the release wrote, so that it can tell its own files from a person's."""
        return self.root / ".course-release.json"

    def source(self, exercise: Exercise) -> Path:
        """The notebook with the solution, for instructors."""
        return self.course_folder / "source" / exercise.name / f"{exercise.name}.ipynb"

    def released(self, exercise: Exercise) -> Path:
        """The notebook for students."""
        return self.course_folder / "release" / exercise.name / f"{exercise.name}.ipynb"

    def shown(self, path: Path) -> str:
        """The path of one of these, as seen from the release's folder."""
        return path.relative_to(self.root).as_posix()
