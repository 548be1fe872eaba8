"""`course grade`: run the checks of exercises on the student's files."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.arguments import exercise_names
from grader.course import Course, Exercise
from grader.errors import CourseError, LibraryMissing
from grader.language import current, phrase, translate
from grader.submission import read_submission
from grader.zygotes import Zygotes

if TYPE_CHECKING:
    from grader.outcome import Report


@click.command()
@click.argument("exercises", nargs=-1, shell_complete=exercise_names)
@click.option("--all", "everything", is_flag=True, help="Every exercise, started or not.")
@click.option("--submission", type=click.Path(path_type=Path), help="Grade this file, not the one in exercises/.")
@click.option("--json", "json_file", metavar="FILE", help="Write the result as JSON; - writes it to the screen.")
@click.option("--junit", "junit_file", type=click.Path(path_type=Path), help="Write the result as JUnit XML.")
@click.option("--html", "html_file", type=click.Path(path_type=Path), help="Write the result as a web page.")
@click.option("--gradescope", "gradescope_file", type=click.Path(path_type=Path), help="Write a Gradescope result.")
@click.option("--only", type=click.Choice(["cuda"]), help="Only the checks that need a GPU.")
@click.option("--seed", type=click.IntRange(0), help="Draw the same inputs as an earlier run with this seed.")
@click.option(
    "--sandbox", type=click.Choice(["auto", "strict", "off"]), default="auto", show_default=True,
    help="auto: all layers that this machine has; strict: refuse without them; off: none.",
)  # fmt: skip
def command(
    exercises: tuple[str, ...],
    everything: bool,
    submission: Path | None,
    json_file: str | None,
    junit_file: Path | None,
    html_file: Path | None,
    gradescope_file: Path | None,
    only: str | None,
    seed: int | None,
    sandbox: str,
) -> None:
    """Grade EXERCISES, such as ex03; without one, every exercise that was started.

    Exit code 0: all points of the checks that ran; 1: points are missing; 3: the grader itself failed.
    """
    course = Course.find()
    chosen = _choose(course, exercises, everything, submission)
    if html_file and len(chosen) > 1:
        raise click.UsageError(translate("--html writes a page for one exercise; name the one."))
    with Zygotes() as zygotes:
        zygotes.start(chosen[0])  # imports torch while this process imports what it needs
        from grader.grading import Options, grade
        from grader.localised import localised
        from grader.outcome import exit_code

        options = Options(seed=seed, sandbox=sandbox, only_cuda=only == "cuda", hidden=course.hidden_folders())
        out = _Output(course, quiet=json_file == "-")
        reports, missing = [], False
        for exercise in chosen:
            hand_in = read_submission(submission or exercise.file, exercise.name)
            for note in hand_in.notes:
                out.complain(phrase(note))
            try:
                report = grade(exercise, hand_in, zygotes.start(exercise), options)
            except LibraryMissing as error:
                out.complain(f"{exercise.id}: {error.message.render()}")
                missing = True
                continue
            read = localised(report)
            reports.append(read if current().chosen else report)
            out.show(exercise, read)
            if submission is None and only is None:
                out.remember(read)
        out.total(reports)
    _write(reports, json_file, junit_file, html_file, gradescope_file)
    sys.exit(exit_code(reports) or (2 if missing else 0))


def _choose(course: Course, names: tuple[str, ...], everything: bool, submission: Path | None) -> list[Exercise]:
    if submission is not None:
        if len(names) > 1 or everything:
            raise click.UsageError(translate("--submission takes one exercise."))
        return [course.exercise(names[0] if names else submission.name)]
    if names:
        return [course.exercise(name) for name in dict.fromkeys(names)]
    chosen = [exercise for exercise in course.exercises if everything or exercise.started]
    if not chosen:
        raise CourseError("No exercise was started yet. Open exercises/ex00_tensors.py, or see `course list`.")
    return chosen


class _Output:
    """What goes to the screen."""

    def __init__(self, course: Course, *, quiet: bool) -> None:
        from rich.console import Console

        from grader.progress import Progress

        self._progress = Progress(course)
        self._course = course
        self._quiet = quiet
        self._weakness = ""
        self._console = Console(highlight=False)

    def complain(self, sentence: str) -> None:
        """A line beside the results."""
        click.echo(f"course: {sentence}", err=True)

    def show(self, exercise: Exercise, report: "Report") -> None:
        """One graded exercise."""
        from grader.render import held_back_line, show_report
        from grader.sandbox import protection

        if self._quiet:
            return
        weakness = protection.weakness(report.environment["sandbox"])
        if weakness and weakness != self._weakness:
            self.complain(weakness)
            self._weakness = weakness
        show_report(self._console, report, self._next_step(exercise, report))
        count, worth = exercise.held_back
        if count:
            sentence = held_back_line(count, len(report.checks) + count, worth, report.max_score + worth)
            self._console.print(sentence + "\n", style="dim")

    def remember(self, report: "Report") -> None:
        """Keep the marks for `course list`; a folder that cannot be written costs only that."""
        try:
            self._progress.record(report)
        except CourseError as error:
            self.complain(translate("marks are not remembered: {reason}", reason=error.message))

    def total(self, reports: "list[Report]") -> None:
        """All of them together."""
        from grader.render import points

        if self._quiet or len(reports) < 2:
            return
        score, deferred = sum(report.score for report in reports), sum(report.deferred for report in reports)
        possible = sum(report.max_score for report in reports) - deferred
        values = {"count": len(reports), "score": points(score), "possible": points(possible)}
        sentence = translate("{count} exercises: {score} of {possible} points.", **values)
        if deferred:
            sentence += translate(" {points} more wait for a GPU.", points=points(deferred))
        self._console.print(sentence)

    def _next_step(self, exercise: Exercise, report: "Report") -> str:
        if not report.complete:
            file = f"exercises/{exercise.file.name}"
            return translate("Edit {file}, then: course grade {exercise}", file=file, exercise=exercise.id) + "\n"
        later = [other for other in self._course.exercises if other.id > exercise.id]
        if not later:
            return translate("Done. This was the last exercise.") + "\n"
        return translate("Done. Next: course show {exercise}", exercise=later[0].id) + "\n"


def _write(
    reports: "list[Report]",
    json_file: str | None,
    junit_file: Path | None,
    html_file: Path | None,
    gradescope_file: Path | None,
) -> None:
    from grader.files import write_whole

    if json_file:
        import json

        content = reports[0].plain() if len(reports) == 1 else [report.plain() for report in reports]
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        if json_file == "-":
            click.echo(text, nl=False)
        else:
            write_whole(Path(json_file), text)
    if junit_file:
        from grader.junit import to_junit

        write_whole(junit_file, to_junit(reports))
    if html_file and reports:
        from grader.page import report_page

        write_whole(html_file, report_page(reports[0]))
    if gradescope_file and reports:
        from grader.gradescope import to_gradescope

        write_whole(gradescope_file, to_gradescope(reports))
