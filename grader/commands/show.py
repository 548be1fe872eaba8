"""`course show`: the task text of an exercise."""

import click

from grader.course import Course


@click.command()
@click.argument("exercise")
def command(exercise: str) -> None:
    """Show the task text of EXERCISE: what it teaches, and what each function must do."""
    from rich.console import Console
    from rich.markdown import Markdown

    from grader.tasktext import task_text

    course = Course.find()
    chosen = course.exercise(exercise)
    console = Console(highlight=False)
    console.print(Markdown(task_text(chosen), code_theme="ansi_dark"))
    console.print(f"\nEdit exercises/{chosen.file.name}, then: course grade {chosen.id}")
