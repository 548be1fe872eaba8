"""`course release`: the student bundle, and a course folder for nbgrader."""

from pathlib import Path

import click

from grader.course import Course


@click.command()
@click.argument("exercises", nargs=-1)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR",
    help="The folder to write into; it may hold an earlier release.",
)  # fmt: skip
def command(exercises: tuple[str, ...], to: Path) -> None:
    """Release EXERCISES, such as ex03; without one, all of them.

    DIR/course.zip is for students. DIR/nbgrader is a course folder in which nbgrader's commands work. Files that you
    changed there are kept.
    """
    from rich.console import Console

    from grader.language import translate
    from grader.release import make_release

    course = Course.find()
    chosen = list(dict.fromkeys(course.exercise(name) for name in exercises)) or list(course.exercises)
    console = Console(stderr=True, highlight=False)
    with console.status("") as status:
        done = make_release(course, chosen, to, lambda what: status.update(what))
    for name in done.written:
        click.echo(translate("written: {file}", file=name))
    if done.unchanged:
        click.echo(translate("unchanged: {count} files", count=len(done.unchanged)))
    for name in done.kept:
        click.echo(translate("kept, for it was changed by hand: {file}", file=name))
    click.echo(translate("Students get {bundle}. Next: cd {folder} and nbgrader release_assignment {exercise}",
                         bundle=to / "course.zip", folder=to / "nbgrader", exercise=chosen[0].name))  # fmt: skip
