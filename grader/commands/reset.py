"""`course reset`: the stub back, the student's file kept beside it."""

import click

from grader.arguments import exercise_names
from grader.course import Course


@click.command()
@click.argument("exercise", shell_complete=exercise_names)
def command(exercise: str) -> None:
    """Put the stub of EXERCISE back. Your file is kept beside it, nothing is lost."""
    from grader.language import translate
    from grader.reset import reset

    course = Course.find()
    chosen = course.exercise(exercise)
    there = chosen.file.exists()
    kept = reset(chosen)
    if there and kept is None:
        click.echo(translate("{file} is the stub already.", file=chosen.file.name))
        return
    sentence = translate("{file} is the stub again.", file=chosen.file.name)
    click.echo(sentence + (translate(" Your file is now {file}.", file=kept.name) if kept else ""))
