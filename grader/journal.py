"""An append-only file of JSON lines, each with a checksum, that survives being cut off at any byte.

A line counts once it is whole and on the disk. A line that is torn, by `kill -9`, a power cut or a full
disk, is passed over when the file is read and never joined to the next one.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from grader.errors import CourseError

_SUM_SIZE = 8
_HEAD, _MIDDLE, _TAIL = b'{"sum": "', b'", "entry": ', b"}\n"
_BODY_AT = len(_HEAD) + 2 * _SUM_SIZE + len(_MIDDLE)

Entry = dict[str, Any]


class Journal:
    """Use as a context manager: one program at a time may write, any number may read."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self.damaged = 0
        """Lines that were passed over, after `entries` was read to its end."""
        self._write = write
        self._file = -1

    def __enter__(self) -> "Journal":
        try:
            if self._write:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND if self._write else os.O_RDONLY
            self._file = os.open(self.path, flags | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise CourseError(f"{self.path} cannot be opened: {error.strerror}.") from error
        if self._write:
            self._lock()
            self._end_last_line()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.close(self._file)

    def append(self, entry: Entry) -> int:
        """Put an entry on the disk; returns where it lies, for `at`.

        Raises:
            CourseError: it cannot be written; the file is as it was.
        """
        body = json.dumps(entry, separators=(",", ":")).encode()
        line = _HEAD + _sum(body) + _MIDDLE + body + _TAIL
        start = os.fstat(self._file).st_size
        try:
            written = 0
            while written < len(line):
                written += os.write(self._file, line[written:])
            os.fsync(self._file)
        except BaseException as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, start)
            if isinstance(error, OSError):
                raise CourseError(
                    f"{self.path} cannot be written: {error.strerror}. All before is kept: "
                    "make room, then go on with --resume."
                ) from error
            raise
        return start

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """All whole entries, in order, each with the place where it lies."""
        self.damaged = 0
        with open(os.dup(self._file), "rb") as file:
            file.seek(0)
            place = 0
            for line in file:
                entry = _entry(line)
                if entry is None:
                    self.damaged += line != b"\n"
                else:
                    yield place, entry
                place += len(line)

    def at(self, place: int) -> Entry:
        """The entry that lies there."""
        with open(os.dup(self._file), "rb") as file:
            file.seek(place)
            entry = _entry(file.readline())
        if entry is None:
            raise CourseError(f"{self.path} was changed by another program while it was in use.")
        return entry

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows: nothing there to lock with, and batch does not run there yet
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise CourseError(
                f"Another course batch writes to {self.path.parent} right now. Wait for it to end, or stop it."
            ) from error

    def _end_last_line(self) -> None:
        """So that what comes next does not join a torn line."""
        size = os.fstat(self._file).st_size
        if size and os.pread(self._file, 1, size - 1) != b"\n":
            os.write(self._file, b"\n")


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM_SIZE).hexdigest().encode()


def _entry(line: bytes) -> Entry | None:
    """The entry of a whole line; None for any other."""
    if not (line.startswith(_HEAD) and line.endswith(_TAIL)):
        return None
    body = line[_BODY_AT : -len(_TAIL)]
    if line[len(_HEAD) : len(_HEAD) + 2 * _SUM_SIZE] != _sum(body):
        return None
    entry = json.loads(body)
    return entry if isinstance(entry, dict) else None
