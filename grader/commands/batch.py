"""`course batch`: grade a folder of hand-ins, unattended."""

import contextlib
import itertools
import secrets
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.course import Course, Graded
from grader.errors import CourseError

if TYPE_CHECKING:
    from rich.console import Console

    from grader.handins import Found, HandIn
    from grader.plan import Ledger, Settings, Work
    from grader.results import Results


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--exercise", "exercises", multiple=True, help="Only this exercise; can be given several times.")
@click.option("--student", "students", multiple=True, help="Only this student; can be given several times.")
@click.option("--workers", type=click.IntRange(1), help="How many graders; as many as fit without it.")
@click.option("--scheduler", metavar="ADDRESS", help="Grade on the Dask cluster of this scheduler.")
@click.option("--gradebook", metavar="URL", help="Write the marks to nbgrader's gradebook, such as sqlite:///gradebook.db.")
@click.option("--resume", is_flag=True, help="Go on with the last run, with its seed.")
@click.option("--force", is_flag=True, help="Grade unchanged hand-ins too.")
@click.option("--diff", is_flag=True, help="Only show whose mark would change; write nothing.")
@click.option("--only", type=click.Choice(["cuda"]), help="Only the checks that need a GPU; merged into the rest.")
@click.option("--seed", type=click.IntRange(0), help="Draw the same inputs as an earlier run with this seed.")
@click.option(
    "--sandbox", type=click.Choice(["auto", "strict", "off"]), default="strict", show_default=True,
    help="auto: all layers that this machine has; strict: refuse without them; off: none.",
)  # fmt: skip
def command(
    folder: Path,
    exercises: tuple[str, ...],
    students: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    gradebook: str | None,
    resume: bool,
    force: bool,
    diff: bool,
    only: str | None,
    seed: int | None,
    sandbox: str,
) -> None:
    """Grade all hand-ins in DIR, laid out as {student}/{exercise}/, such as alice/ex03_sgd/ex03_sgd.py.

    Results go to the folder DIR-graded beside it. Hand-ins that have not changed since an earlier run, nor their
    checks, keep the result they have. A run that was stopped, in whichever way, goes on with --resume.

    Exit code 0: every hand-in was graded; 1: some need a person; 2: wrong use, or something is missing here;
    3: the grader itself failed on some.
    """
    if resume and (seed is not None or force or diff):
        raise click.UsageError("--resume goes on as the last run began: it takes no --seed, --force or --diff.")
    if diff and gradebook:
        raise click.UsageError("--diff writes nothing; leave out --gradebook.")
    from rich.console import Console

    from grader.handins import find_hand_ins
    from grader.journal import Journal
    from grader.plan import Ledger

    course = Course.find()
    found = find_hand_ins(folder, course, exercises, students)
    console = Console(highlight=False)
    graded = Graded.of(folder)
    if diff and not graded.journal.exists():
        raise CourseError(f"There is no earlier run to compare with: {graded.journal} does not exist.")
    with Journal(graded.journal, write=not diff) as journal:
        ledger = Ledger.of(journal)
        if journal.damaged:
            click.echo(
                f"course: {journal.damaged} torn lines in {graded.journal.name} are passed over; "
                "the hand-ins are graded again.",
                err=True,
            )
        settings = _settings(ledger, resume, force, only, seed, sandbox, None if scheduler else str(course.root))
        run = _Run(course, found, settings, ledger, console)
        with contextlib.ExitStack() as stack:
            if diff:
                run.compare(stack.enter_context(_pool(run, workers, scheduler)))
            else:
                book = stack.enter_context(_gradebook(gradebook)) if gradebook else None
                run.begin(journal, graded, book, resume)
                run.go(stack.enter_context(_pool(run, workers, scheduler)))
    sys.exit(run.exit_code)


def _settings(
    ledger: "Ledger", resume: bool, force: bool, only: str | None, seed: int | None, sandbox: str, root: str | None
) -> "Settings":
    from grader.plan import Settings

    if resume and ledger.last:
        return Settings(ledger.last["seed"], sandbox, ledger.last["part"], ledger.last["force"], root)
    if not ledger.ended:
        click.echo("course: the last run did not end. What it graded is kept; --resume keeps its seed too.", err=True)
    return Settings(secrets.randbits(48) if seed is None else seed, sandbox, "cuda" if only else "all", force, root)


def _gradebook(url: str) -> Any:
    from grader.gradebook import Gradebook

    return Gradebook(url)


def _pool(run: "_Run", workers: int | None, scheduler: str | None) -> Any:
    if scheduler:
        from grader.cluster import cluster

        return cluster(scheduler, run.versions())
    from grader.capacity import graders_that_fit
    from grader.environment import gpu_present
    from grader.pool import local_pool

    if run.settings.part == "cuda" and not gpu_present():
        raise CourseError("--only cuda needs a GPU, and this machine has none.")
    size = workers or graders_that_fit(max(hand_in.exercise.limits.memory_mb for hand_in in run.hand_ins[:1]))
    return local_pool(min(size, len(run.hand_ins)), run.course.root, run.hand_ins[0].exercise.name)


class _Run:
    """One run of the command."""

    def __init__(
        self, course: Course, found: "Found", settings: "Settings", ledger: "Ledger", console: "Console"
    ) -> None:
        from grader.batch import Count
        from grader.plan import Planner

        self.course = course
        self.settings = settings
        self.hand_ins = [each for each in found.hand_ins if settings.part == "all" or _has_cuda(each)]
        if not self.hand_ins:
            raise CourseError("No hand-in here has checks that need a GPU.")
        self._ignored = found.ignored
        self._ledger = ledger
        self._console = console
        self._planner = Planner(settings, ledger)
        self._count = Count(len(self.hand_ins))
        self._book_problem = ""

    @property
    def exit_code(self) -> int:
        """As the command's help says."""
        if self._count.faults:
            return 3
        if self._count.lacking or self._book_problem:
            return 2
        return 1 if self._count.notes else 0

    def versions(self) -> dict[str, dict[str, str]]:
        """The version of each exercise, for a cluster's workers to compare with theirs."""
        return {each.exercise.name: self._planner.version(each)[0] for each in self.hand_ins}

    def begin(self, journal: Any, graded: Graded, gradebook: Any, resume: bool) -> None:
        """Get ready to write results."""
        from grader.plan import now

        self._journal, self._graded, self._gradebook = journal, graded, gradebook
        self._catching_up = not self._ledger.ended
        if not (resume and self._ledger.last):
            settings = self.settings
            entry = {
                "kind": "run", "seed": settings.seed, "part": settings.part, "force": settings.force,
                "sandbox": settings.sandbox, "at": now(),
            }  # fmt: skip
            self._ledger.note(journal.append(entry), entry)

    @cached_property
    def _results(self) -> "Results":
        """Made when the first is there: its imports go on while the graders get ready."""
        from grader.results import Results

        return Results(self._graded, self._journal, self._ledger, self._gradebook, catching_up=self._catching_up)

    def go(self, pool: Any) -> None:
        """Grade, write, tell."""
        from grader.batch import Batch
        from grader.batchview import BatchView, show_end
        from grader.plan import graded_entry, now

        def on_graded(work: "Work", graded: Any) -> None:
            entry = graded_entry(work, graded)
            self._ledger.note(self._journal.append(entry), entry)
            self._results.write(work.hand_in)

        def on_kept(hand_in: "HandIn") -> None:
            self._results.catch_up(hand_in)
            kept = self._ledger.results[self.settings.part].get((hand_in.student, hand_in.exercise.name))
            if kept and kept.needs_person:
                self._count.notes[hand_in.name] = kept.needs_person

        with BatchView(self._console, self._count) as view:
            Batch(pool, self._count, on_graded, on_kept, view.look).go(self._work(pool))
        if not (self._count.faults or self._count.lacking):
            entry = {"kind": "ended", "at": now()}
            self._ledger.note(self._journal.append(entry), entry)
        show_end(self._console, self._count, self._ignored)
        self._book_problem = self._results.gradebook_problem
        if self._book_problem:
            click.echo(
                f"course: the gradebook lacks marks: {self._book_problem} All results are in the journal; "
                "the same command sends what is missing.",
                err=True,
            )
        self._console.print(f"\nResults, feedback and journal: {self._graded.root}", soft_wrap=True)

    def compare(self, pool: Any) -> None:
        """Grade what has changed, write nothing, show whose mark changes."""
        from grader.batch import Batch
        from grader.batchview import BatchView, show_changes

        changes = []

        def on_graded(work: "Work", graded: Any) -> None:
            kept = self._ledger.results[work.part].get(work.name)
            report = graded.report
            old = kept.score if kept else None
            if old != report["score"]:
                changes.append((work.hand_in.name, old, report["score"]))

        with BatchView(self._console, self._count) as view:
            Batch(pool, self._count, on_graded, lambda *_: None, view.look).go(self._work(pool))
        show_changes(self._console, changes, self._count)

    def _work(self, pool: Any) -> "Iterator[Work | HandIn]":
        """Everything to do; where a cluster has GPU workers, their checks as units of their own."""
        work = self._planner.work(self.hand_ins, self.settings.part)
        if self.settings.part == "cuda" or not pool.has_gpu:
            return work
        on_gpu = [hand_in for hand_in in self.hand_ins if _has_cuda(hand_in)]
        self._count.total += len(on_gpu)
        return itertools.chain(work, self._planner.work(on_gpu, "cuda"))


def _has_cuda(hand_in: "HandIn") -> bool:
    from grader.grading import checks_of

    return any(check.cuda for check in checks_of(hand_in.exercise.checks))
