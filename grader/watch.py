"""`course watch`: grade at each save, show where the exercise stands, go on to the next one when it is done."""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.text import Text

from grader.check import Check
from grader.course import Course, Exercise
from grader.errors import Abandoned, CourseError, GraderFault
from grader.hints import given_with, next_step, step_view, steps
from grader.keys import CLOSED, listening
from grader.language import mark, translate, translated
from grader.outcome import CheckResult, Report
from grader.progress import Progress, with_results
from grader.sandbox import protection
from grader.saves import watching
from grader.submission import Submission, read_submission
from grader.taskview import task_view
from grader.watchview import Board, Page, board_view, footer, listing
from grader.zygotes import Zygotes

if TYPE_CHECKING:
    from grader.standing import Standing

TICK_S = 0.2
GO_ON_S = 4.0
END = 2**31
"""Scrolls to the last lines, where the newest step of a hint is."""
SAME_SAVE_S = 1.0
"""An unchanged file that is written again within this time was saved once."""


@dataclass(frozen=True)
class Said:
    """Something that the thread which grades says; `number` is the run's."""

    number: int
    what: list[Check] | CheckResult | Report | Exception


Event = str | set[str] | Said | Exception
"""A key, the names of files that were saved, news of a run, or why no save can be seen."""


class Watch:
    """The loop of `course watch`. One thread grades, one listens to keys, one to saves; this one draws."""

    def __init__(self, course: Course, console: Console, start: Exercise, sandbox: str) -> None:
        self._course = course
        self._console = console
        self._sandbox = sandbox
        self._titles = {exercise.name: exercise.title for exercise in course.exercises}
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._exercise = start
        self._board = self._empty_board()
        self._number = 0
        self._stop = threading.Event()
        self._grading: Submission | None = None
        self._graded: tuple[bytes, float] = (b"", 0.0)
        self._by_save = False
        self._trouble = ""
        self._notice = ""
        self._view = "checks"
        self._page = Page("", "")
        self._chosen = 0
        self._go_on_at: float | None = None
        self._over = False
        self._warned = False
        self._checks = ExitStack()
        self._standing: tuple[Exercise | None, Standing | None] = None, None
        self._hint_page: RenderableType = ""

    def run(self) -> None:
        """Until the person quits.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        with ExitStack() as stack:
            stack.enter_context(self._checks)
            self._thread = stack.enter_context(ThreadPoolExecutor(1))
            self._zygotes = stack.enter_context(Zygotes())
            stack.callback(lambda: self._stop.set())
            self._turn_to(self._exercise)
            folder = self._exercise.file.parent
            stack.enter_context(watching(folder, self._events.put, self._events.put))
            self._live: Live | None = None
            if self._console.is_terminal:
                screen = Live(console=self._console, screen=True, auto_refresh=False, get_renderable=lambda: self._page)
                self._live = stack.enter_context(screen)
                stack.enter_context(listening(self._events.put))
                self._draw()
            while not self._over:
                self._step()

    def _step(self) -> None:
        size = self._console.size
        try:
            event = self._events.get(timeout=TICK_S)
        except queue.Empty:
            self._tick()
            if size != self._console.size or self._go_on_at:
                self._draw()
            return
        if isinstance(event, str):
            self._key(event)
        elif isinstance(event, set):
            self._saved(event)
        elif isinstance(event, Said):
            self._heard(event)
        else:
            words = mark("Saves cannot be seen ({error}); press g to grade. WATCHFILES_FORCE_POLLING=1 may help.")
            self._notice = translate(words, error=event)
        self._draw()

    # Grading

    def _turn_to(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._board = self._empty_board()
        self._view, self._notice, self._page.offset = "checks", "", 0
        self._graded = (b"", 0.0)
        self._remember(lambda progress: progress.stay_at(exercise.name))
        self._grade(by_save=False)

    def _empty_board(self) -> Board:
        title = translated(self._titles[self._exercise.name])
        return Board(self._exercise, title, (), {}, {}, None)

    def _saved(self, names: set[str]) -> None:
        if self._exercise.file.name in names:
            self._grade(by_save=True)
            return
        others = [exercise for exercise in self._course.exercises if exercise.file.name in names]
        if len(others) == 1 and others[0].file.exists():
            self._turn_to(others[0])

    def _grade(self, *, by_save: bool) -> None:
        """Begin to grade the file as it is now; a run that still goes on is given up."""
        if not self._exercise.file.exists():
            words = mark("exercises/{file} is not there. It is graded once it is back; r puts the stub there.")
            self._give_up(translate(words, file=self._exercise.file.name))
            return
        hand_in = read_submission(self._exercise.file, self._exercise.name)
        source, at = self._graded
        written_twice = hand_in.source == source and time.monotonic() - at < SAME_SAVE_S
        if by_save and (written_twice or (self._grading and hand_in.source == self._grading.source)):
            return
        self._give_up("")
        if self._view == "hint":
            self._show("checks")
        self._grading, self._by_save = hand_in, by_save
        before = {**self._board.before, **self._board.results}
        self._board = replace(self._board, results={}, before=before, report=None)
        zygote = self._zygotes.start(self._exercise)
        number, exercise, stop, known = self._number, self._exercise, self._stop, bool(self._board.checks)

        def say(what: list[Check] | CheckResult | Report | Exception) -> None:
            self._events.put(Said(number, what))

        def grade_it() -> Report:
            from grader.grading import Options, checks_of, grade

            if not known:
                say(checks_of(exercise.checks))
            options = Options(sandbox=self._sandbox, hidden=self._course.hidden_folders())
            return grade(exercise, hand_in, zygote, options, say, stop, self._collected(exercise))

        def over(done: "Future[Report]") -> None:
            error = done.exception()
            if error is None:
                say(done.result())
            elif not isinstance(error, Abandoned):
                say(error if isinstance(error, Exception) else GraderFault(repr(error)))

        self._thread.submit(grade_it).add_done_callback(over)

    def _collected(self, exercise: Exercise) -> "Standing":
        """The exercise's checks under pytest, collected once; for the thread that grades."""
        from grader.grading import standing_checks

        kept, checks = self._standing
        if kept is not exercise or checks is None or not checks.usable:
            self._checks.close()
            checks = self._checks.enter_context(standing_checks(exercise))
            self._standing = exercise, checks
        return checks

    def _give_up(self, trouble: str) -> None:
        """Stop the run that goes on, if one does; nothing more is heard of it."""
        self._stop.set()
        self._stop = threading.Event()
        self._number += 1
        self._grading = None
        self._go_on_at = None
        self._trouble = trouble

    def _heard(self, said: Said) -> None:
        if said.number != self._number:
            return
        what = said.what
        if isinstance(what, list):
            self._board = replace(self._board, checks=what)
        elif isinstance(what, CheckResult):
            self._board = replace(self._board, results={**self._board.results, what.id: what})
        elif isinstance(what, Report):
            self._finished(what)
        elif isinstance(what, CourseError | GraderFault):
            self._give_up(_sentence(what))
        else:
            raise what

    def _finished(self, report: Report) -> None:
        assert self._grading
        self._graded = (self._grading.source, time.monotonic())
        self._grading = None
        self._board = replace(self._board, report=report)
        self._remember(lambda progress: progress.record(report))
        if self._by_save:
            self._notice = ""
        if not self._warned:
            self._notice = protection.weakness(report.environment["sandbox"])
            self._warned = True
        if report.complete:
            following = self._next_open()
            if following is None:
                self._notice = translate("Done, and with it the whole course.")
            elif self._by_save:
                self._go_on_at = time.monotonic() + GO_ON_S
                self._zygotes.start(following)
        if self._live is None:
            from grader.render import show_report

            show_report(self._console, report, self._notice)
            if self._go_on_at:
                self._go_on_at = 0.0

    def _remember(self, note: Callable[[Progress], None]) -> None:
        """Keep something for the next command; other commands may have written meanwhile, so it is read anew."""
        try:
            note(Progress(self._course))
        except CourseError as error:
            self._notice = _sentence(error)

    def _next_open(self) -> Exercise | None:
        """The first exercise after this one that is not done; else the first of all."""
        progress = Progress(self._course)
        place = self._course.exercises.index(self._exercise)
        for exercise in (*self._course.exercises[place + 1 :], *self._course.exercises[:place]):
            entry = progress.get(exercise.name)
            if entry is None or not entry.complete:
                return exercise
        return None

    def _tick(self) -> None:
        if self._go_on_at is not None and time.monotonic() >= self._go_on_at:
            self._go_on_at = None
            following = self._next_open()
            if following:
                self._turn_to(following)

    # Keys

    def _key(self, key: str) -> None:
        waiting, self._go_on_at = self._go_on_at, None
        if key in (CLOSED, "q"):
            self._over = True
        elif key in ("up", "down", "page up", "page down", "j", "k"):
            self._move(key)
        elif self._view == "sure":
            self._view = "checks"
            if key == "y":
                self._reset()
        elif self._view == "list" and key == "enter":
            self._turn_to(self._course.exercises[self._chosen])
        elif key in ("n", "p") or (key == "enter" and waiting):
            self._go(-1 if key == "p" else 1)
        elif key in ("g", "enter") and self._view == "checks":
            self._grade(by_save=False)
        elif key == "h":
            self._hint()
        elif key in ("l", "s", "r"):
            self._show({"l": "list", "s": "show", "r": "sure"}[key])
        else:
            self._show("checks")

    def _show(self, view: str) -> None:
        if view == "list":
            self._chosen = self._course.exercises.index(self._exercise)
        self._view = "checks" if view == self._view else view
        self._page.offset = 0

    def _move(self, key: str) -> None:
        step = -1 if key in ("up", "page up", "k") else 1
        if self._view == "list":
            self._chosen = max(0, min(len(self._course.exercises) - 1, self._chosen + step))
        else:
            self._page.offset += step * (max(1, self._console.height - 6) if key.startswith("page") else 1)

    def _go(self, step: int) -> None:
        place = self._course.exercises.index(self._exercise) + step
        if 0 <= place < len(self._course.exercises):
            self._turn_to(self._course.exercises[place])
        else:
            words = mark("This is the last exercise.") if step > 0 else mark("This is the first exercise.")
            self._notice = translate(words)

    def _hint(self) -> None:
        """The next step for the first check that is open; the steps before stay in sight."""
        entry = Progress(self._course).get(self._exercise.name)
        known = {**self._board.before, **self._board.results}
        if len(known) == len(self._board.checks) or any(each.points == 0 for each in self._board.results.values()):
            entry = with_results(entry, known.values())  # newer than what is written
        step = next_step(self._exercise, self._board.checks, entry)
        self._view = "hint"
        self._page.offset = END
        if step is None:
            self._hint_page = Text(translate("All checks are passed; there is nothing to hint at."))
            return
        message = entry.messages.get(step.check.id, "") if entry else ""
        parts = []
        for given in steps(self._exercise, step.check, message)[: step.number]:
            parts += [step_view(given), Text()]
        count = translate("Step {number} of {of}. h gives the next one.", number=step.number, of=step.of)
        self._hint_page = Group(*parts, Text(count, "dim"))
        self._remember(lambda progress: progress.record_hint(self._exercise.name, given_with(entry, step)))

    def _reset(self) -> None:
        from grader.reset import reset

        try:
            kept = reset(self._exercise)
        except CourseError as error:
            self._notice = _sentence(error)
            return
        self._grade(by_save=False)
        if kept:
            self._notice = translate("The stub is back. Your file is now {file}.", file=kept.name)

    # Drawing

    def _draw(self) -> None:
        if self._live is None:
            return
        full, short = self._body()
        keys = self._keys()
        self._page.body, self._page.short = full, short
        self._page.footer = footer(keys, self._sentence(), self._console.width)
        self._live.refresh()

    def _body(self) -> tuple[RenderableType, RenderableType | None]:
        if self._view == "hint":
            return self._hint_page, None
        if self._view == "list":
            progress = Progress(self._course)
            room = max(3, self._console.height - 5)
            first = max(0, min(self._chosen - room // 2, len(self._course.exercises) - room))
            shown = self._course.exercises[first : first + room]
            return listing(shown, self._titles, progress, self._chosen - first), None
        if self._view == "show":
            return task_view(self._exercise), None
        return board_view(self._board, self._trouble)

    def _sentence(self) -> str:
        if self._view == "sure":
            words = mark("Put the stub of {exercise} back? Your file is kept beside it. y: yes, any other key: no")
            return translate(words, exercise=self._exercise.id)
        following = self._next_open() if self._go_on_at is not None else None
        if following and self._go_on_at is not None:
            left = max(1, round(self._go_on_at - time.monotonic()))
            words = mark("Done. On to {exercise} in {seconds} s; n goes at once, any other key stays.")
            return translate(words, exercise=following.name, seconds=left)
        if self._notice:
            return self._notice
        report = self._board.report
        if report and report.complete and self._view == "checks":
            return translate("Done. n goes on to the next exercise.")
        if self._view == "checks":
            return translate("Edit exercises/{file}; each save is graded.", file=self._exercise.file.name)
        return ""

    def _keys(self) -> list[tuple[str, str]]:
        if self._view == "sure":
            return [("y", translate("yes")), ("q", translate("quit"))]
        if self._view == "list":
            return [("↑↓", translate("choose")), ("Enter", translate("go there")), ("l", translate("back"))]
        keys = [("n", translate("next")), ("h", translate("hint")), ("l", translate("list")), ("s", translate("task")),
                ("g", translate("grade")), ("r", translate("reset")), ("↑↓", translate("scroll")),
                ("q", translate("quit"))]  # fmt: skip
        if self._view != "checks":
            keys.insert(0, ("Esc", translate("back")))
        return keys


def _sentence(error: CourseError | GraderFault) -> str:
    """What a person reads of an error."""
    if isinstance(error, CourseError):
        return error.message.render()
    return translate("the grader failed, not the submission: {reason}", reason=str(error))
