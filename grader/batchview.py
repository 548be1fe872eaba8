"""What a person sees while a batch runs and when it is over."""

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from grader.batch import Count
from grader.render import points

LINE_EVERY_S = 10.0
MOST_NAMES = 20


class BatchView:
    """A progress bar where there is a terminal, a plain line now and then where there is none. A context manager."""

    def __init__(self, console: Console, count: Count) -> None:
        self._console = console
        self._count = count
        self._last_line = time.monotonic()
        self._bar: Progress | None = None
        if console.is_terminal:
            self._bar = Progress(
                BarColumn(None), TextColumn("{task.description}", table_column=None), console=console, expand=True
            )
            self._task = self._bar.add_task("", total=count.total)

    def __enter__(self) -> "BatchView":
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar:
            self.look()
            self._bar.stop()

    def look(self) -> None:
        """Show how far it is."""
        if self._bar:
            self._bar.update(self._task, completed=self._count.done, description=progress_line(self._count))
        elif time.monotonic() - self._last_line >= LINE_EVERY_S:
            self._last_line = time.monotonic()
            self._console.print(progress_line(self._count), soft_wrap=True)


def progress_line(count: Count) -> str:
    """`120 of 300, 4.1 a second, 0:44 to go, 2 to look at`."""
    left = count.total - count.done
    words = [f"{count.done} of {count.total}"]
    if count.graded:
        words.append(f"{count.pace:.1f} a second")
        if left:
            words.append(f"{duration(left / count.pace)} to go")
    troubles = len(count.notes) + len(count.faults) + len(count.lacking)
    if troubles:
        words.append(f"{troubles} to look at")
    return ", ".join(words)


def duration(seconds: float) -> str:
    """`1:05:09`, or `0:44`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def show_end(console: Console, count: Count, ignored: tuple[str, ...]) -> None:
    """The sums, and everything that needs a person."""
    seconds = time.monotonic() - count.begun
    kept = f", {count.kept} unchanged since an earlier run" if count.kept else ""
    pace = f" in {duration(seconds)}, {count.pace:.1f} a second" if count.graded else ""
    console.print(f"{count.graded} hand-ins graded{pace}{kept}.")
    _list(console, "No mark, through a fault of the grader", count.faults, "magenta")
    _list(console, "Not graded here", count.lacking, "yellow")
    _list(console, "No points, for the file itself is at fault; look at them", count.notes, "yellow")
    if ignored:
        _list(console, "Not hand-ins, left alone", dict.fromkeys(ignored, ""), "dim")


def show_changes(console: Console, changes: list[tuple[str, float | None, float]], count: Count) -> None:
    """Whose mark changes, from what to what."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    if changes:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        table.add_column("Hand-in", overflow="fold")
        table.add_column("Mark so far", justify="right")
        table.add_column("New mark", justify="right")
        for name, old, new in sorted(changes):
            table.add_row(Text(name), "none" if old is None else points(old), points(new))
        console.print(table)
    console.print(
        f"{len(changes)} of {count.total} marks change ({count.graded} graded, {count.kept} unchanged). "
        "Nothing was written."
    )
    _list(console, "No mark, through a fault of the grader", count.faults, "magenta")


def _list(console: Console, title: str, reasons: dict[str, str], style: str) -> None:
    if not reasons:
        return
    console.print(Text(f"\n{title} ({len(reasons)}):", f"bold {style}"))
    for name, reason in list(reasons.items())[:MOST_NAMES]:
        console.print(Text.assemble("  ", (name, "bold" if reason else ""), f": {reason}" if reason else ""))
    if len(reasons) > MOST_NAMES:
        console.print(Text(f"  and {len(reasons) - MOST_NAMES} more", "dim"))
