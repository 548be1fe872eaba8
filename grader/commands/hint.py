"""`course hint`: the next hint, one step at a time."""

import click

from grader.course import Course


@click.command()
@click.argument("exercise")
def command(exercise: str) -> None:
    """Give the next hint for EXERCISE: that of the first check which is not passed, then the one after."""
    from rich.console import Console
    from rich.text import Text

    from grader.grading import checks_of
    from grader.progress import Progress

    course = Course.find()
    chosen = course.exercise(exercise)
    progress = Progress(course)
    entry = progress.get(chosen.name)
    still_open = [
        check for check in checks_of(chosen.checks) if not entry or not entry.tries or check.id in entry.open_checks
    ]
    console = Console(highlight=False)
    if not still_open:
        console.print(f"All checks of {chosen.id} are passed. Next: course list")
        return
    given = entry.hinted if entry else ()
    left = [check for check in still_open if check.id not in given]
    if not left:
        given, left = (), still_open
    check = left[0]
    progress.record_hint(chosen.name, (*given, check.id))
    console.print(Text.assemble((check.title, "bold"), (f"   {check.function}", "dim")))
    console.print(Text.assemble(("Hint: ", "yellow"), check.hint))
    if len(left) > 1:
        console.print(f"{len(left) - 1} more: course hint {chosen.id}", style="dim")
    else:
        console.print(f"That was the last one. Grade again: course grade {chosen.id}", style="dim")
