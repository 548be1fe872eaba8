"""`course show`: the task text of an exercise."""

import click

from grader.arguments import exercise_names
from grader.course import Course


@click.command()
@click.argument("exercise", shell_complete=exercise_names)
def command(exercise: str) -> None:
    """Show the task text of EXERCISE: what it teaches, and what each function must do."""
    from rich.console import Console

    from grader.language import translate
    from grader.taskview import task_view

    course = Course.find()
    chosen = course.exercise(exercise)
    console = Console(highlight=False)
    console.print(task_view(chosen))
    file = f"exercises/{chosen.file.name}"
    words = translate("Edit {file}, then: course grade {exercise}", file=file, exercise=chosen.id)
    console.print(f"\n{words}")
