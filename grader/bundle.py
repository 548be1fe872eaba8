"""The student bundle: a zip with the exercises and a grader that has no held-back check. Same course, same bytes."""

import io
import json
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from grader.course import LIMITS_FILE, PACKAGE, Course, Exercise
from grader.datasets import all_datasets
from grader.errors import CourseError
from grader.stripped import strip, template
from grader.tasktext import pristine_stub

FOLDER = "course"
"""The one folder in the zip; pip installs a zip that has one."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
README = PACKAGE / "bundle_readme.md"
CHINESE_README = PACKAGE / "bundle_readme.zh.md"


def student_bundle(course: Course, exercises: Iterable[Exercise]) -> bytes:
    """The zip's bytes.

    Raises:
        CourseError: a file of the course is missing.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(_files(course, list(exercises))):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return content.getvalue()


def _files(course: Course, exercises: list[Exercise]) -> Iterator[tuple[str, bytes]]:
    stripped = {other: strip(other.checks.read_text(encoding="utf-8")) for other in course.exercises}
    for exercise in exercises:
        stub = pristine_stub(exercise).encode()
        yield f"exercises/{exercise.file.name}", stub
        yield f"grader/stubs/{exercise.packaged_stub.name}", stub
        yield f"grader/checks/{exercise.checks.name}", stripped[exercise].source.encode()
    secrets = {text for each in stripped.values() for text in each.secrets}
    secrets -= {text for each in stripped.values() for text in each.texts}
    yield from _package(secrets)
    yield from _datasets(course)
    for name in ("LICENSE", "SECURITY.md"):
        yield name, _read(PACKAGE.parent / name)
    yield "README.md", _read(README)
    yield "README.zh.md", _read(CHINESE_README)
    yield "pyproject.toml", _project().encode()
    if (course.root / LIMITS_FILE).exists():
        yield LIMITS_FILE, _limits(course.root / LIMITS_FILE).encode()


def _package(secrets: set[str]) -> Iterator[tuple[str, bytes]]:
    """The grader itself, but for the checks of exercises."""
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        if not path.is_file() or "__pycache__" in name.parts or name.parts[0] == "stubs" or path.name.startswith("."):
            continue
        if name.parts[0] == "checks" and path.name != "__init__.py":
            continue
        if path in (README, CHINESE_README) or path.suffix in (".po", ".pot", ".pyc"):
            continue
        compiled = path.suffix == ".mo"
        data = _compiled(path.with_suffix(".po"), secrets) if compiled else path.read_bytes()
        yield f"grader/{name.as_posix()}", data


def _compiled(catalogue: Path, secrets: set[str]) -> bytes:
    """A gettext catalogue, compiled, without what only held-back checks say."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    messages = read_po(io.BytesIO(_read(catalogue)))
    for message in list(messages):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        if secrets.intersection(map(template, ids)):
            messages.delete(message.id, message.context)
    made = io.BytesIO()
    write_mo(made, messages)
    return made.getvalue()


def _datasets(course: Course) -> Iterator[tuple[str, bytes]]:
    """The sets that lie in `datasets/`, with the scripts that made them; not one that was fetched."""
    sets = [each.folder for each in all_datasets(course) if not each.fetch]
    paths = [*course.datasets.glob("*.py"), *(path for folder in sets for path in folder.rglob("*"))]
    for path in sorted(paths):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(course.root).as_posix(), path.read_bytes()


def _project() -> str:
    """`pyproject.toml` with what a student's installation needs."""
    project: dict[str, Any] = tomllib.loads(_read(PACKAGE.parent / "pyproject.toml").decode())
    head, tools = project["project"], project["tool"]["setuptools"]
    data = {name: [*patterns, "stubs/*"] for name, patterns in tools.get("package-data", {"grader": []}).items()}
    lines = ["[build-system]", *_table(project["build-system"]), "", "[project]"]
    lines += _table({name: value for name, value in head.items() if not isinstance(value, dict)})
    extras = {name: value for name, value in head["optional-dependencies"].items() if name == "tensorflow"}
    lines += ["", "[project.optional-dependencies]", *_table(extras), "", "[project.scripts]", *_table(head["scripts"])]
    lines += ["", "[tool.setuptools]", *_table({"packages": tools["packages"]})]
    lines += ["", "[tool.setuptools.package-data]", *_table(data)]
    return "\n".join(lines) + "\n"


def _table(values: dict[str, Any]) -> list[str]:
    """Strings, numbers and lists of these are written in TOML as in JSON."""
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]


def _limits(path: Path) -> str:
    """The limits of `course.toml`, so that a student's grader has the same; nothing else of it."""
    from grader.course import instructor_limits

    limits = instructor_limits(path.parent)
    lines = ["[limits]", *_table({name: value for name, value in limits.items() if not isinstance(value, dict)})]
    for name, own in limits.items():
        if isinstance(own, dict):
            lines += ["", f"[limits.{name}]", *_table(own)]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            "{path} cannot be read: {reason}. A release is made in the course's own folder, not from an installation.",
            path=path, reason=error.strerror,
        ) from error  # fmt: skip
