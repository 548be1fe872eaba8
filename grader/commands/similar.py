"""`course similar`: hand-ins that resemble each other, side by side."""

from pathlib import Path

import click

from grader.course import Course, Graded


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--exercise", "exercises", multiple=True, help="Only this exercise; can be given several times.")
@click.option(
    "--least", type=click.FloatRange(0, 100), default=60, show_default=True, help="Show pairs so many percent alike."
)
@click.option("--to", "target", type=click.Path(path_type=Path), help="The file; DIR-graded/similar.html without it.")
def command(folder: Path, exercises: tuple[str, ...], least: float, target: Path | None) -> None:
    """Show which hand-ins in DIR resemble each other, side by side, as one HTML page that needs no network.

    The release's own lines are left out, and so is what many of the class write. It is evidence, never a verdict.
    """
    from grader.files import write_whole
    from grader.handins import find_hand_ins
    from grader.plan import said_now
    from grader.similar import similar_page, similar_pairs

    course = Course.find()
    found = find_hand_ins(folder, course, exercises)
    pairs = similar_pairs(found.hand_ins, least)
    path = target or Graded.of(folder).similar
    write_whole(path, similar_page(pairs, len(found.hand_ins), least, said_now()))
    click.echo(f"{len(pairs)} pairs of {len(found.hand_ins)} hand-ins have {least:g} % or more alike.")
    click.echo(f"written: {path}")
