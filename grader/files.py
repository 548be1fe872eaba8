"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from grader.errors import CourseError


def write_whole(path: Path, text: str) -> None:
    """Put the text in the file; a reader sees the old content or the new, never a half.

    Raises:
        CourseError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CourseError(f"{path} cannot be written: {error.strerror}.") from error
