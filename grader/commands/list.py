"""`course list`: every exercise with its marks so far."""

import click

from grader.course import Course

BAR = 10
OTHER_COLUMNS = 58


@click.command()
def command() -> None:
    """List the exercises with progress and marks so far; nothing is graded."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from grader.progress import Progress
    from grader.render import points

    console = Console(highlight=False)
    course = Course.find()
    progress = Progress(course)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Exercise", no_wrap=True, min_width=20)
    table.add_column("Progress", no_wrap=True, min_width=BAR)
    table.add_column("Points", justify="right", no_wrap=True, min_width=7)
    table.add_column("Tries", justify="right", no_wrap=True, min_width=5)
    table.add_column("About", no_wrap=True)
    earned, possible = 0.0, 0.0
    for exercise in course.exercises:
        entry = progress.get(exercise.name)
        possible += entry.max_score if entry and entry.max_score else 10
        if entry and entry.tries:
            earned += entry.score
            share = entry.score / entry.max_score if entry.max_score else 0
            style = "green" if share == 1 else "yellow"
            marks, tries = f"{points(entry.score)}/{points(entry.max_score)}", str(entry.tries)
        else:
            share, style, marks = 0, "dim", "started" if exercise.started else "–"
            tries = ""
        filled = int(share * BAR)
        bar = Text("█" * filled + "░" * (BAR - filled), style)
        about = Text(exercise.title)
        about.truncate(max(console.width - OTHER_COLUMNS, 8), overflow="ellipsis")
        table.add_row(exercise.name, bar, marks, tries, about)
    console.print(table)
    console.print(f"{len(course.exercises)} exercises, {points(earned)} of {points(possible)} points.")
    console.print("Read one with `course show ex00`, grade it with `course grade ex00`.")
