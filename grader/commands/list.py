"""`course list`: every exercise with its marks so far."""

import contextlib
from datetime import datetime
from typing import TYPE_CHECKING

import click

from grader.course import Course, Exercise

if TYPE_CHECKING:
    from rich.text import Text

    from grader.progress import Entry

BAR = 10
FOR_BAR = 100
FOR_DATE = 70
FOR_ABOUT = 50
"""Columns that a terminal must have for the bar, the date and the title."""


@click.command()
def command() -> None:
    """List the exercises with marks, tries and the date of the last one; nothing is graded."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from grader.language import translate, translated
    from grader.progress import Progress
    from grader.render import points

    console = Console(highlight=False)
    course = Course.find()
    progress = Progress(course)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0),
                  expand=console.width >= FOR_ABOUT)  # fmt: skip
    table.add_column(translate("Exercise"), no_wrap=True)
    if console.width >= FOR_BAR:
        table.add_column(translate("Progress"), no_wrap=True, min_width=BAR)
    table.add_column(translate("Points"), justify="right", no_wrap=True)
    table.add_column(translate("Tries"), justify="right", no_wrap=True)
    if console.width >= FOR_DATE:
        table.add_column(translate("Last graded"), no_wrap=True)
    if console.width >= FOR_ABOUT:
        table.add_column(translate("About"), no_wrap=True, ratio=1, overflow="ellipsis")
    earned, possible = 0.0, 0.0
    for exercise in course.exercises:
        entry = progress.get(exercise.name)
        possible += entry.max_score if entry and entry.max_score else 10
        earned += entry.score if entry and entry.tries else 0
        cells: list[str | Text] = [exercise.name]
        if console.width >= FOR_BAR:
            cells.append(_bar(entry))
        cells.append(_marks(exercise, entry, wide=console.width >= FOR_DATE))
        cells.append(str(entry.tries) if entry and entry.tries else "")
        if console.width >= FOR_DATE:
            cells.append(_date(entry.graded_at if entry else ""))
        if console.width >= FOR_ABOUT:
            cells.append(Text(translated(exercise.title), overflow="ellipsis"))
        table.add_row(*cells)
    console.print(table)
    count = translate(
        "{count} exercises, {score} of {possible} points.",
        count=len(course.exercises), score=points(earned), possible=points(possible),
    )  # fmt: skip
    console.print(count)
    console.print(translate("Read one with `course show ex00`, work on it with `course watch ex00`."))


def _style(entry: "Entry | None") -> str:
    if entry is None or not entry.tries:
        return "dim"
    return "green" if entry.complete else "yellow"


def _bar(entry: "Entry | None") -> "Text":
    from rich.text import Text

    share = entry.score / entry.max_score if entry and entry.tries and entry.max_score else 0
    filled = int(share * BAR)
    return Text("█" * filled + "░" * (BAR - filled), _style(entry))


def _marks(exercise: Exercise, entry: "Entry | None", *, wide: bool) -> "Text":
    """The last marks, and where there is room the best if they were better."""
    from rich.text import Text

    from grader.language import translate
    from grader.render import points

    if entry is None or not entry.tries:
        return Text(translate("started") if exercise.started else "–", "dim")
    marks = Text(f"{points(entry.score)}/{points(entry.max_score)}", _style(entry))
    if entry.best > entry.score and wide:
        marks.append(" " + translate("(best {points})", points=points(entry.best)), "dim")
    return marks


def _date(graded_at: str) -> str:
    """In this machine's time: the time of day for today, the day for earlier ones."""
    from grader.language import translate

    with contextlib.suppress(ValueError):
        local = datetime.fromisoformat(graded_at).astimezone()
        if local.date() == datetime.now().astimezone().date():
            return translate("today {time}", time=f"{local:%H:%M}")
        return f"{local:%Y-%m-%d}"
    return ""
