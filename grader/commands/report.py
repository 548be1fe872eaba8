"""`course report`: the class report of what `course batch` graded."""

from pathlib import Path

import click

from grader.course import Course, Graded
from grader.errors import CourseError


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--exercise", "exercises", multiple=True, help="Only this exercise; can be given several times.")
@click.option("--to", "target", type=click.Path(path_type=Path), help="The file; DIR-graded/report.html without it.")
def command(folder: Path, exercises: tuple[str, ...], target: Path | None) -> None:
    """Make the report of the class whose hand-ins lie in DIR: one HTML page that needs no network.

    It shows the marks, what went wrong how often, every check of every student, and which hand-ins need a person.
    """
    from grader.classreport import class_page
    from grader.files import write_whole
    from grader.handins import find_hand_ins
    from grader.journal import Journal
    from grader.plan import Ledger, said_now
    from grader.results import Results

    course = Course.find()
    found = find_hand_ins(folder, course, exercises)
    graded = Graded.of(folder)
    if not graded.journal.exists():
        raise CourseError(f"Nothing of {folder} is graded yet. First: course batch {folder}")
    with Journal(graded.journal) as journal:
        ledger = Ledger.of(journal)
        results = Results(graded, journal, ledger, None, catching_up=False)
        page = class_page(course, found.hand_ins, results, ledger, said_now())
    path = target or graded.class_report
    write_whole(path, page)
    click.echo(f"written: {path}")
