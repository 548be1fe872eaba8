"""What `course watch` shows: pages that fit the terminal, whatever its size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from grader.check import Check
from grader.course import Exercise
from grader.language import translate, translated
from grader.localised import localised_check
from grader.outcome import CheckResult, Report, Status
from grader.progress import Progress
from grader.prose import Prose
from grader.render import MARKS, curve_line, held_back_line, in_full, points

WIDE = 90
GREEN_OR_WAITING = (Status.PASSED, Status.SKIPPED)


@dataclass
class Page:
    """A body that scrolls above a footer that stays; takes the short body where the whole one does not fit."""

    body: RenderableType
    footer: RenderableType
    short: RenderableType | None = None
    offset: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width, height = options.size
        fitting = options.update(width=width, height=None)
        footer = console.render_lines(self.footer, fitting)
        room = max(1, height - len(footer))
        lines = console.render_lines(self.body, fitting)
        if len(lines) > room and self.short is not None:
            lines = console.render_lines(self.short, fitting)
        self.offset = max(0, min(self.offset, len(lines) - room))
        below = len(lines) - room - self.offset
        seen = lines[self.offset : self.offset + room]
        if below > 0 and room > 1:
            more = translate("↓ {lines} more lines", lines=below + 1)
            seen = [*seen[:-1], *console.render_lines(Text(more, "dim"), fitting)[:1]]
        blank = [[Segment(" " * width)]] * (room - len(seen))
        for number, line in enumerate([*seen, *blank, *footer][:height]):
            if number:
                yield Segment.line()
            yield from line


@dataclass(frozen=True)
class Board:
    """Where an exercise stands: its checks, and what came of those that ran."""

    exercise: Exercise
    title: str
    checks: Sequence[Check]
    results: Mapping[str, CheckResult]
    """Of this run; a check that has none yet is still to come."""
    before: Mapping[str, CheckResult]
    """Of the run before."""
    report: Report | None
    """Of this run, once it is over."""

    @property
    def over(self) -> bool:
        """Whether every check of this run has ended; its report comes once the workers are ended, too."""
        return bool(self.checks) and all(check.id in self.results for check in self.checks)


def board_view(board: Board, trouble: str) -> tuple[RenderableType, RenderableType]:
    """The whole of it, and a shorter form for a low terminal. `trouble` is why nothing could be graded."""
    head = _headline(board)
    if trouble:
        body = Group(head, Text(), Prose(trouble, "yellow"))
        return body, body
    detail = _detail(board)
    whole = Group(head, Text(), _rows(board), *_elsewhere(board), Text(), *detail)
    return whole, Group(head, _marks(board), Text(), *detail)


def _headline(board: Board) -> Text:
    line = Text(overflow="ellipsis", no_wrap=True)
    line.append(board.exercise.name, "bold")
    if not board.over:
        line.append("   " + translate("grading …"), "dim")
    else:
        results = board.results.values()
        score = sum(result.points for result in results)
        deferred = sum(result.max_points for result in results if result.status is Status.SKIPPED)
        possible = sum(result.max_points for result in results) - deferred
        marks = translate("{score} of {possible} points", score=points(score), possible=points(possible))
        line.append(f"   {marks}", "bold green" if score == possible else "bold")
        if deferred:
            waiting = translate("{points} more wait for a GPU", points=points(deferred))
            line.append(f"   {waiting}", "yellow")
    line.append(f"   {board.title}", "dim")
    return line


def _mark(board: Board, check: Check) -> tuple[str, str]:
    """The mark of a check and its style; that of the run before is dimmed."""
    result = board.results.get(check.id)
    if result is not None:
        return ("·", "dim") if _shared_error(board) else MARKS[result.status]
    earlier = board.before.get(check.id)
    return (MARKS[earlier.status][0], "dim") if earlier else ("…", "dim")


def _rows(board: Board) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, ratio=1, overflow="ellipsis")
    table.add_column(no_wrap=True, justify="right")
    for check in board.checks:
        sign, style = _mark(board, check)
        result = board.results.get(check.id)
        passed = result is not None and result.status is Status.PASSED
        title = Text(overflow="ellipsis")
        if check.held_back:  # first, since a long title is cut
            title.append(f"[{translate('held back')}] ", "dim")
        title.append(translated(check.title), "green" if passed else "" if result else "dim")
        worth = f"{points(check.points if passed else 0)}/{points(check.points)}"
        table.add_row(Text(sign, style), Text(worth, style), title, Text(check.function, "cyan dim"))
    return table


def _elsewhere(board: Board) -> list[Text]:
    """That a student's bundle lacks some checks, where it does."""
    count, worth = board.exercise.held_back
    if not count:
        return []
    possible = sum(check.points for check in board.checks) + worth
    sentence = held_back_line(count, len(board.checks) + count, worth, possible)
    return [Text(sentence, "dim", no_wrap=True, overflow="ellipsis")]


def _marks(board: Board) -> Text:
    line = Text()
    for check in board.checks:
        line.append(*_mark(board, check))
        line.append(" ")
    return line


def _lost(board: Board) -> list[CheckResult]:
    return [result for result in board.results.values() if result.status not in GREEN_OR_WAITING]


def _shared_error(board: Board) -> bool:
    """Whether every check failed for one reason: the file cannot be imported."""
    shown = [result for result in board.results.values() if not result.held_back]
    return len(shown) > 1 and {result.status for result in shown} == {Status.ERROR} and (
        len({result.message for result in shown}) == 1
    )


def _detail(board: Board) -> list[RenderableType]:
    """The first check that is not passed in full, and the curves."""
    lost = _lost(board)
    parts: list[RenderableType] = []
    if lost and _shared_error(board):
        parts.append(Prose(localised_check(lost[0]).message, "red"))
    elif lost:
        parts.append(in_full(lost[0]))
    parts += [curve_line(name, values) for result in board.results.values() for name, values in result.curves]
    return parts


def footer(keys: Sequence[tuple[str, str]], notice: str, width: int) -> RenderableType:
    """The keys that do something now, and above them a sentence where there is one."""
    line = Text()
    for key, does in keys:
        item = Text.assemble((key, "bold"), " ", (does, "dim"))
        if line and cell_len(line.plain.rsplit("\n", 1)[-1]) + item.cell_len + 3 > width:
            line.append("\n")
        elif line:
            line.append("   ")
        line.append_text(item)
    parts: list[RenderableType] = [Prose(notice, "bold")] if notice else []
    return Group(*parts, Text("─" * width, "dim"), line)


def listing(
    exercises: Sequence[Exercise], titles: Mapping[str, str], progress: Progress, chosen: int
) -> RenderableType:
    """The exercises with their marks, one of them chosen."""
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, ratio=1, overflow="ellipsis")
    for number, exercise in enumerate(exercises):
        entry = progress.get(exercise.name)
        graded = entry is not None and entry.tries > 0
        marks = f"{points(entry.score)}/{points(entry.max_score)}" if entry and graded else "–"
        style = "green" if entry and entry.complete else "yellow" if graded else "dim"
        table.add_row(
            Text("▶" if number == chosen else " "), exercise.name, Text(marks, style),
            Text(translated(titles[exercise.name]), "dim"), style="bold" if number == chosen else "",
        )  # fmt: skip
    return table
