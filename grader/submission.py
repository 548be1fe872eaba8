"""What a student handed in: the bytes of one file, and what is wrong with the file itself if anything is."""

import codecs
import hashlib
import io
import itertools
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.messages import Message

MAX_BYTES = 4 * 2**20
MAX_LINE = 200
ENCODINGS = frozenset(
    ("utf-8", "utf-8-sig", "ascii", "iso8859-1", "iso8859-15", "cp1252", "gbk", "gb2312", "gb18030", "big5", "euc_jp",
     "shift_jis", "euc_kr")
)  # fmt: skip


@dataclass(frozen=True)
class Submission:
    """One file to grade. `problem` says why it cannot be graded, where the file itself is at fault."""

    name: str
    """The module's name, `ex03_sgd`."""
    shown_as: str
    """The file as the person named it."""
    source: bytes
    problem: Message | None = None
    notes: tuple[str, ...] = ()
    """What a person should know of how the file was read, such as a cell of a notebook that was left out."""

    places: Mapping[int, str] = field(default_factory=dict)
    """Where lines stand for the student, if not in this file: in which cell of a notebook."""

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
        if not 0 < number <= MAX_BYTES:  # a worker may name any
            return ""
        lines = itertools.islice(io.BytesIO(self.source), number - 1, number)
        return next(lines, b"").decode(_encoding(self.source) or "utf-8", "replace").strip()[:MAX_LINE]

    def place(self, number: int) -> str:
        """Where the student finds a line: `ex03_sgd.py, line 12`, or `cell 4, line 2`."""
        return self.places.get(number) or f"{self.filename}, line {number}"


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
        if path.suffix == ".ipynb":
            return _from_notebook(path, name)
        if path.stat().st_size > MAX_BYTES:
            return _unreadable(name, shown, "{file} is larger than 4 MiB.")
        source = path.read_bytes()
    except OSError as error:
        return _unreadable(name, shown, "{file} cannot be read: {reason}.", reason=error.strerror)
    return Submission(name, shown, source, _encoding_problem(source, path.name))


def _from_notebook(path: Path, name: str) -> Submission:
    from grader import notebook

    if path.stat().st_size > notebook.MAX_BYTES:
        return _unreadable(name, str(path), "{file} is larger than 256 MiB.")
    try:
        module = notebook.module_of(path.read_bytes(), name)
    except notebook.NotANotebook as error:
        return _unreadable(name, str(path), "{file} is no notebook: {reason}.", reason=error)
    return Submission(name, str(path), module.source, notes=tuple(module.notes), places=module.places)


def _unreadable(name: str, shown: str, template: str, **values: object) -> Submission:
    return Submission(name, shown, b"", Message(template, {"file": shown, **values}))


def _encoding_problem(source: bytes, shown: str) -> Message | None:
    encoding = _encoding(source)
    if encoding is None:
        return Message("{file} is in an encoding that is not read here. Save it as UTF-8.", {"file": shown})
    try:
        source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return Message(
            "{file}, line {line}: not valid {encoding}. Save the file as UTF-8.",
            {"file": shown, "line": line, "encoding": encoding.upper()},
        )
    return None


def _encoding(source: bytes) -> str | None:
    """The encoding that the file names, UTF-8 where it names none; None for one that is not on the list.

    Codecs run in the grader, where nothing bounds them, and some take for ever: punycode is quadratic.
    """
    try:
        named, _ = tokenize.detect_encoding(io.BytesIO(source[:4096]).readline)
        name = codecs.lookup(named).name
    except (SyntaxError, LookupError):
        return "utf-8" if b"coding" not in source[:200] else None
    return name if name in ENCODINGS else None
