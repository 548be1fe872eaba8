"""What a mark depends on besides the hand-in: the checks, the code that decides, the libraries."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from grader.course import PACKAGE, Exercise
from grader.environment import versions

DECIDING = (
    "channel", "check", "codec", "compare", "expect", "grading", "limits", "notebook", "outcome", "probe", "sitting",
    "standing", "student", "submission", "tamper", "toplevel", "workers", "zygote",
)  # fmt: skip
"""Modules of the grader in which a change may change a mark. Others only show it."""

Version = dict[str, str]


def version_of(exercise: Exercise) -> Version:
    """The version of everything that a mark of this exercise depends on, as plain data."""
    seen = versions()
    return {
        "checks": _digest(_contents([exercise.checks])),
        "grader": grader_digest(),
        "torch": _release(seen["torch"]),
        "tensorflow": _release(seen["tensorflow"]) if "tensorflow" in exercise.libraries else "",
    }


def differences(asked: Version, found: Version) -> str:
    """What differs, in words: `torch 2.9.0, not 2.8.0`; empty where nothing does."""
    return ", ".join(
        f"{name} {found.get(name) or 'none'}, not {value or 'none'}"
        for name, value in asked.items()
        if found.get(name) != value
    )


def key_of(sha256: str, problem: str, version: Version, limits: dict[str, float]) -> str:
    """Changes when anything does that a mark depends on."""
    text = json.dumps([sha256, problem, version, limits], sort_keys=True)
    return _digest([text.encode()])


@cache
def grader_digest() -> str:
    """A digest of the modules that decide on marks."""
    files = [file for name in DECIDING if (file := PACKAGE / f"{name}.py").exists()]
    for folder in ("worker", "sandbox"):
        files += sorted((PACKAGE / folder).glob("*.py"))
    return _digest(_contents(files))


def _contents(files: Iterable[Path]) -> Iterable[bytes]:
    for file in files:
        content = file.read_bytes()
        yield f"{file.name} {len(content)}\n".encode()
        yield content


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _release(version: str | None) -> str:
    """Without the local part: `2.9.0` for `2.9.0+cu130`, so that a GPU machine's marks fit a CPU machine's."""
    return (version or "").partition("+")[0]
