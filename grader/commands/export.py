"""`course export`: the grade table for a learning platform."""

from pathlib import Path

import click

from grader.errors import CourseError


@click.command()
@click.argument("exercises", nargs=-1)
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The CSV file."
)
@click.option(
    "--format", "kind", type=click.Choice(["csv", "canvas", "moodle", "gradescope"]), default="csv", show_default=True,
    help="The columns of which platform.",
)  # fmt: skip
@click.option(
    "--gradebook", metavar="URL", default="gradebook.db", show_default=True,
    help="The gradebook: a file, or the address of a database.",
)  # fmt: skip
def command(exercises: tuple[str, ...], to: Path, kind: str, gradebook: str) -> None:
    """Write the marks of EXERCISES (all in the gradebook if none is named) as a table.

    Marks are those after penalties for lateness, with what a person changed by hand.
    """
    from grader.course import Course
    from grader.export import grade_table
    from grader.files import write_whole
    from grader.gradebook import Gradebook
    from grader.language import translate

    if "://" not in gradebook and not Path(gradebook).is_file():
        raise CourseError(
            "There is no gradebook {file}. Change to nbgrader's course folder, or name it with --gradebook.",
            file=gradebook,
        )
    with Gradebook(gradebook) as book:
        known = book.exercises()
        course = Course.find()
        chosen = [course.exercise(name).name for name in exercises] or list(known)
        missing = [name for name in chosen if name not in known]
        if missing or not known:
            raise CourseError(
                "The gradebook has no marks of {names}. `course batch` and nbgrader's autograde write them.",
                names=", ".join(missing) or "any exercise",
            )
        marks = book.scores()
        table = grade_table(kind, book.students(), {name: known[name] for name in dict.fromkeys(chosen)}, marks)
    write_whole(to, table)
    click.echo(translate("written: {file}", file=to))
    unsure = sorted({mark.student for mark in marks if mark.needs_review and mark.exercise in chosen})
    if unsure:
        click.echo(
            translate(
                "{count} students have marks that wait for a GPU or for a person: {names}",
                count=len(unsure), names=", ".join(unsure[:5]) + (" …" if len(unsure) > 5 else ""),
            ), err=True,
        )  # fmt: skip
