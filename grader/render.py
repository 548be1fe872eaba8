"""What a person sees of a graded submission, in a terminal of any width or in a file."""

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.language import mark, translate, translated
from grader.localised import localised, localised_check
from grader.outcome import CheckResult, Report, Status
from grader.prose import Prose

MARKS = {
    Status.PASSED: ("✔", "green"),
    Status.FAILED: ("✘", "red"),
    Status.NOT_STARTED: ("·", "dim"),
    Status.ERROR: ("✘", "red"),
    Status.TIMED_OUT: ("⏱", "red"),
    Status.CRASHED: ("✘", "red"),
    Status.INVALID: ("✘", "red"),
    Status.SKIPPED: ("–", "yellow"),
    Status.GRADER_ERROR: ("!", "magenta"),
}
WORDS = {
    Status.PASSED: mark("passed"),
    Status.FAILED: mark("wrong"),
    Status.NOT_STARTED: mark("not started"),
    Status.ERROR: mark("error"),
    Status.TIMED_OUT: mark("timed out"),
    Status.CRASHED: mark("crashed"),
    Status.INVALID: mark("invalid"),
    Status.SKIPPED: mark("needs a GPU"),
    Status.GRADER_ERROR: mark("grader error"),
}
OUTPUT_LINES = 12
IN_FULL = 3
BLOCKS = "▁▂▃▄▅▆▇█"
CURVE_WIDTH = 60


def points(value: float) -> str:
    """`2` or `2.5`."""
    return f"{value:g}"


def held_back_line(count: int, checks: int, worth: float, possible: float) -> str:
    """What a student's bundle lacks of an exercise."""
    words = mark("Held back until your hand-in is graded: {count} of {checks} checks, {points} of {possible} points.")
    return translate(words, count=count, checks=checks, points=points(worth), possible=points(possible))


def show_report(console: Console, report: Report, next_step: str) -> None:
    """Print the table of checks, the first ones that fail in full, and what to do next."""
    console.print(report_view(report, next_step))


def report_view(report: Report, next_step: str) -> RenderableType:
    """The whole of it as one renderable, in the current language."""
    report = localised(report)
    parts: list[RenderableType] = [_headline(report), _table(report), Text()]
    if report.faulty:
        words = translate("The grader itself failed on a check; this is no fault of yours.")
        parts.append(Prose(f"{words}\n", "magenta"))
    lost = [check for check in report.checks if check.status not in (Status.PASSED, Status.SKIPPED)]
    parts += [in_full(check) for check in _worth_showing(lost)]
    parts += [curve_line(name, values) for check in report.checks for name, values in check.curves]
    hidden = len(lost) - len(_worth_showing(lost))
    if hidden > 0:
        words = translate("{count} more not passed; they show in full once these are.", count=hidden)
        parts.append(Text(f"{words}\n", "dim"))
    if next_step:
        parts.append(Prose(next_step))
    return Group(*parts)


def _headline(report: Report) -> Text:
    style = "bold green" if report.complete else "bold"
    line = Text()
    line.append(report.exercise, "bold")
    line.append("   ")
    possible = points(report.max_score - report.deferred)
    line.append(translate("{score} of {possible} points", score=points(report.score), possible=possible), style)
    if report.deferred:
        line.append("   " + translate("{points} more wait for a GPU", points=points(report.deferred)), "yellow")
    return line


def _table(report: Report) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("")
    table.add_column(translate("Points"), justify="right", no_wrap=True)
    table.add_column(translate("About"), overflow="fold")
    table.add_column(translate("Check"), ratio=1, overflow="fold")
    for check in report.checks:
        mark, style = MARKS[check.status]
        title = Text(check.title)
        if check.held_back:
            title.append("  " + translate("held back"), "dim")
        marks = f"{points(check.points)}/{points(check.max_points)}"
        table.add_row(Text(mark, style), marks, Text(check.function, "cyan"), title)
    return table


def curve_line(name: str, values: tuple[float, ...]) -> Text:
    """The values as a line of blocks, with the first and the last in words."""
    low, high = min(values), max(values)
    steps = [int((value - low) / ((high - low) or 1) * (len(BLOCKS) - 1)) for value in values[:CURVE_WIDTH]]
    line = "".join(BLOCKS[step] for step in steps)
    return Text.assemble((f"{name}  ", "dim"), (line, "cyan"), f"  {values[0]:.3g} → {values[-1]:.3g}\n")


def _worth_showing(lost: list[CheckResult]) -> list[CheckResult]:
    """The first few: of those not started only one, and an error that all share only once."""
    shown: list[CheckResult] = []
    seen: set[str] = set()
    for check in lost:
        key = "not started" if check.status is Status.NOT_STARTED else check.message or check.id
        if key not in seen and len(shown) < IN_FULL:
            seen.add(key)
            shown.append(check)
    return shown


def in_full(check: CheckResult) -> RenderableType:
    """One check with its message, its hint and what the code printed, in the current language."""
    check = localised_check(check)
    mark, style = MARKS[check.status]
    head = Prose()
    head.append(f"{mark} {check.title}", f"{style} bold" if style != "dim" else "bold")
    head.append(f"   {check.function}: {translated(WORDS[check.status])}", "dim")
    body: list[RenderableType] = []
    if check.message:
        body.append(Prose(check.message))
    elif check.held_back:
        body.append(Prose(translate("This check is held back: only its title and hint show."), "dim"))
    body.append(Prose.assemble((translate("Hint: "), "yellow"), check.hint))
    if check.causes and check.status is not Status.NOT_STARTED:  # nothing has gone wrong yet
        body.append(Text(translate("Common causes:"), "yellow"))
        body += [Prose("· " + cause) for cause in check.causes]
    if check.output.strip():
        lines = check.output.rstrip().splitlines()
        kept = "\n".join(lines[:OUTPUT_LINES])
        left = len(lines) - OUTPUT_LINES
        more = "\n" + translate("… {count} more lines", count=left) if left > 0 else ""
        body.append(Text.assemble((translate("Your code printed:") + "\n", "dim"), (kept + more, "dim")))
    return Group(head, Padding(Group(*body), (0, 0, 1, 2)))
