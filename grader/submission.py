"""What a student handed in: the bytes of one file, and what is wrong with the file itself if anything is."""

import hashlib
import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from grader.messages import Message

MAX_BYTES = 4 * 2**20


@dataclass(frozen=True)
class Submission:
    """One file to grade. `problem` says why it cannot be graded, where the file itself is at fault."""

    name: str
    """The module's name, `ex03_sgd`."""
    shown_as: str
    """The file as the person named it."""
    source: bytes
    problem: Message | None = None

    @property
    def filename(self) -> str:
        """The name that stands in tracebacks."""
        return f"{self.name}.py"

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.source).hexdigest()

    def line(self, number: int) -> str:
        """One line of its text, stripped; empty where there is none."""
        lines = self.source.decode("utf-8", "replace").splitlines()
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def read_submission(path: Path, name: str) -> Submission:
    """Read a hand-in for the exercise `name`; never raises for what the file is."""
    shown = str(path)
    try:
        if path.is_dir():
            return _unreadable(name, shown, "{file} is a folder; a Python file is asked.")
        if not path.exists():
            return _unreadable(name, shown, "There is no file {file}.")
        if not path.is_file():
            return _unreadable(name, shown, "{file} is no regular file.")
        if path.stat().st_size > MAX_BYTES:
            return _unreadable(name, shown, "{file} is larger than 4 MiB.")
        source = path.read_bytes()
    except OSError as error:
        return _unreadable(name, shown, "{file} cannot be read: {reason}.", reason=error.strerror)
    return Submission(name, shown, source, _encoding_problem(source, path.name))


def _unreadable(name: str, shown: str, template: str, **values: object) -> Submission:
    return Submission(name, shown, b"", Message(template, {"file": shown, **values}))


def _encoding_problem(source: bytes, shown: str) -> Message | None:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    except SyntaxError:
        encoding = "utf-8"
    try:
        source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return Message(
            "{file}, line {line}: not valid {encoding}. Save the file as UTF-8.",
            {"file": shown, "line": line, "encoding": encoding.upper()},
        )
    except LookupError:
        return Message("{file} names an encoding that Python does not know. Save it as UTF-8.", {"file": shown})
    return None
