"""`course hint`: the next hint, one step at a time."""

import click

from grader.arguments import exercise_names
from grader.course import Course


@click.command()
@click.argument("exercise", shell_complete=exercise_names)
def command(exercise: str) -> None:
    """Give the next hint for EXERCISE, from a question to nearly there.

    It is about the first check that is not passed; once its steps are all given, about the one after.
    """
    from rich.console import Console

    from grader.grading import checks_of
    from grader.hints import given_with, next_step, step_view
    from grader.language import mark, translate
    from grader.progress import Progress

    course = Course.find()
    chosen = course.exercise(exercise)
    progress = Progress(course)
    entry = progress.get(chosen.name)
    step = next_step(chosen, checks_of(chosen.checks), entry)
    console = Console(highlight=False)
    if step is None:
        console.print(translate("All checks of {exercise} are passed. Next: course list", exercise=chosen.id))
        return
    console.print(step_view(step))
    if step.number < step.of:
        words = mark("Step {number} of {of}. The next one: course hint {exercise}")
    else:
        words = mark("That was the last one for this check. Grade again: course grade {exercise}")
    sentence = translate(words, number=step.number, of=step.of, exercise=chosen.id)
    console.print(f"\n{sentence}", style="dim")
    progress.record_hint(chosen.name, given_with(entry, step))
