"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from grader.errors import CourseError


def write_whole(path: Path, text: str, *, durable: bool = True) -> None:
    """Put the text in the file; a reader sees the old content or the new, never a half.

    Not `durable`: quicker, for what can be made again after a power cut.

    Raises:
        CourseError: the file cannot be written.
    """
    write_bytes_whole(path, text.encode("utf-8"), durable=durable)


def write_bytes_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """As `write_whole`, with bytes.

    Raises:
        CourseError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CourseError("{path} cannot be written: {reason}.", path=path, reason=error.strerror) from error
