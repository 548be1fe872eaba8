"""`course watch`: grade at each save."""

import contextlib
from typing import TYPE_CHECKING

import click

from grader.arguments import exercise_names
from grader.course import Course, Exercise

if TYPE_CHECKING:
    from grader.progress import Progress


@click.command()
@click.argument("exercise", required=False, shell_complete=exercise_names)
@click.option(
    "--sandbox", type=click.Choice(["auto", "strict", "off"]), default="auto", show_default=True,
    help="auto: all layers that this machine has; strict: refuse without them; off: none.",
)  # fmt: skip
def command(exercise: str | None, sandbox: str) -> None:
    """Grade EXERCISE at each save, and go on to the next one when it is done.

    Without EXERCISE it goes on where you were. The keys are at the foot of the screen; q quits.
    """
    from rich.console import Console

    from grader.language import translate
    from grader.progress import Progress
    from grader.watch import Watch

    course = Course.find()
    progress = Progress(course)
    chosen = course.exercise(exercise) if exercise else _where_it_was(course, progress)
    console = Console(highlight=False)
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is one of the ways out
        Watch(course, console, chosen, sandbox).run()
    if console.is_terminal:
        console.print(translate("`course watch` goes on here."), style="dim")


def _where_it_was(course: Course, progress: "Progress") -> Exercise:
    """The exercise watched last; where there is none, the first that is not done."""
    for exercise in course.exercises:
        if exercise.name == progress.current:
            return exercise
    for exercise in course.exercises:
        entry = progress.get(exercise.name)
        if entry is None or not entry.complete:
            return exercise
    return course.exercises[0]
