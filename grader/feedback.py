"""A report's results as the outputs of a notebook's cells."""

import textwrap
from typing import Any

from nbformat import v4

from grader.outcome import CheckResult, Report, Status
from grader.render import MARKS, WORDS, points

OUTPUT_LINES = 30
WIDTH = 96
"""Letters to a line; a page does not break those of an output."""


def outputs(result: CheckResult) -> list[Any]:
    """What stands under a test cell: words, and the points as the cell's value, which is how nbgrader reads them."""
    mark, _ = MARKS[result.status]
    head = f"{mark} {WORDS[result.status]}: {points(result.points)} of {points(result.max_points)} points"
    lines = [head, result.title]
    if result.status not in (Status.PASSED, Status.SKIPPED):
        lines += [line for part in result.message.splitlines() for line in textwrap.wrap(part, WIDTH) or [""]]
        lines += ["This check is held back: only its title and hint show."] if result.held_back else []
        lines += textwrap.wrap(f"Hint: {result.hint}", WIDTH, subsequent_indent="      ") if result.hint else []
    if result.output.strip():
        printed = result.output.rstrip().splitlines()
        lines += ["", "Your code printed:", *printed[:OUTPUT_LINES]]
        lines += [f"… {len(printed) - OUTPUT_LINES} more lines"] if len(printed) > OUTPUT_LINES else []
    text = "\n".join(lines) + "\n"
    value = v4.new_output("execute_result", {"text/plain": f"{float(result.points):g}"})
    return [v4.new_output("stream", name="stdout", text=text), value]


def opening(report: Report) -> str:
    """Markdown for the top of the page: the marks together, and what a person should know of the hand-in."""
    waiting = f" {points(report.deferred)} more wait for a GPU." if report.deferred else ""
    lines = [f"**{points(report.score)} of {points(report.max_score - report.deferred)} points.**{waiting}"]
    if report.notes:
        lines += ["", "What was seen when the file was read:", "", *(f"- {_plain(note)}" for note in report.notes)]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Without what Markdown or HTML would make something of."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|$!&" else letter for letter in " ".join(text.split()))
