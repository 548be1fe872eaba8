"""Put an exercise's stub back without losing what the student wrote."""

from pathlib import Path

from grader.course import Exercise
from grader.errors import CourseError
from grader.files import write_whole
from grader.tasktext import pristine_stub


def reset(exercise: Exercise) -> Path | None:
    """Write the stub; give where the student's file is kept, None if there was none or it was the stub.

    Raises:
        CourseError: the folder cannot be written.
    """
    stub = pristine_stub(exercise)
    if exercise.file.exists() and not exercise.started:
        return None
    kept = None
    if exercise.file.exists():
        kept = _free_name(exercise.file)
        try:
            exercise.file.rename(kept)
        except OSError as error:
            words = "{file} cannot be moved aside: {reason}."
            raise CourseError(words, file=exercise.file, reason=error.strerror) from error
    write_whole(exercise.file, stub)
    return kept


def _free_name(file: Path) -> Path:
    number = 1
    while (kept := file.with_name(f"{file.stem}.old{number}{file.suffix}")).exists():
        number += 1
    return kept
