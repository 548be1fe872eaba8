"""`course reset`: the stub back, the student's file kept beside it."""

from pathlib import Path

import click

from grader.course import Course


@click.command()
@click.argument("exercise")
def command(exercise: str) -> None:
    """Put the stub of EXERCISE back. Your file is kept beside it, nothing is lost."""
    from grader.files import write_whole
    from grader.tasktext import pristine_stub

    course = Course.find()
    chosen = course.exercise(exercise)
    stub = pristine_stub(chosen)
    if chosen.file.exists() and chosen.file.read_bytes() == stub.encode():
        click.echo(f"{chosen.file.name} is the stub already.")
        return
    kept = None
    if chosen.file.exists():
        kept = _free_name(chosen.file)
        chosen.file.rename(kept)
    write_whole(chosen.file, stub)
    click.echo(f"{chosen.file.name} is the stub again." + (f" Your file is now {kept.name}." if kept else ""))


def _free_name(file: Path) -> Path:
    number = 1
    while (kept := file.with_name(f"{file.stem}.old{number}{file.suffix}")).exists():
        number += 1
    return kept
