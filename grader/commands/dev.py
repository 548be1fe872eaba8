"""`course dev`: what authors of exercises need."""

import sys

import click

from grader.course import Course


@click.group()
def command() -> None:
    """Make exercises and prove them sound."""


@command.command()
@click.argument("name")
def new(name: str) -> None:
    """Begin the exercise NAME, such as ex23_attention: its solution, checks and stub.

    It runs at once; `course dev check` says what is still to do.
    """
    import re

    from grader.authoring import new_files
    from grader.course import Exercise
    from grader.files import write_whole
    from grader.stub import make_stub

    if not re.fullmatch(r"ex\d\d_[a-z0-9_]+", name):
        raise click.UsageError(f"{name} is no name for an exercise; one looks like ex23_attention.")
    course = Course.find()
    exercise = Exercise(name, course.root)
    taken = [other for other in course.exercises if other.id == exercise.id]
    if taken:
        raise click.UsageError(f"{exercise.id} is taken by {taken[0].name}.")
    solution, checks = new_files(name)
    for path, text in (
        (exercise.solution, solution), (exercise.checks, checks), (exercise.file, make_stub(solution))
    ):  # fmt: skip
        write_whole(path, text)
        click.echo(f"written: {path.relative_to(course.root)}")
    click.echo(f"Next: edit the first two, then course dev check {exercise.id}")


@command.command()
@click.argument("exercises", nargs=-1)
def stub(exercises: tuple[str, ...]) -> None:
    """Write the stubs of EXERCISES (all if none is named) from their solutions."""
    from grader.stub import make_stub

    course = Course.find()
    chosen = [course.exercise(name) for name in exercises] or list(course.exercises)
    for exercise in chosen:
        text = make_stub(exercise.solution.read_text(encoding="utf-8"))
        fresh = exercise.file.exists() and exercise.file.read_text(encoding="utf-8") == text
        if not fresh:
            exercise.file.write_text(text)
        click.echo(f"{exercise.file.name}: {'fresh already' if fresh else 'written'}")


@command.command()
@click.argument("exercises", nargs=-1)
@click.option("--seeds", default=3, show_default=True, help="How many seeds each solution is graded with.")
@click.option("--workers", default=2, show_default=True, help="How many exercises to prove at once.")
def check(exercises: tuple[str, ...], seeds: int, workers: int) -> None:
    """Prove EXERCISES (all if none is named) sound.

    Solutions have full marks, stubs none, mutants lose points where they are wrong, alternatives have full marks.
    """
    from grader.prove import prove_all

    course = Course.find()
    chosen = [course.exercise(name) for name in exercises] or list(course.exercises)
    proofs = []
    for proof in prove_all(course, chosen, seeds, workers):
        proofs.append(proof)
        mark = "✘" if proof.problems else "✔"
        click.echo(
            f"{mark} {proof.exercise}: {proof.seeds} seeds, {proof.mutants} mutants, {proof.alternatives} alternatives"
        )
        for problem in proof.problems:
            click.echo(f"    {problem}")
    wrong = sum(bool(proof.problems) for proof in proofs)
    click.echo(
        f"{len(proofs)} exercises: {len(proofs) - wrong} sound, {wrong} not; "
        f"{sum(proof.mutants for proof in proofs)} mutants, {sum(proof.alternatives for proof in proofs)} alternatives"
    )
    sys.exit(1 if wrong else 0)


@command.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say what is missing or stale.")
def translations(only_check: bool) -> None:
    """Bring the catalogues in grader/locale/ up to date with the sources, and say what is not translated."""
    from grader import catalogue
    from grader.extraction import texts

    course = Course.find()
    wanted = list(texts(course))
    bad = False
    for code in catalogue.languages():
        found = catalogue.updated(code, wanted)
        if not only_check:
            catalogue.save(code, found)
        problems = [f"not translated ({text.file}): {text.id!r}" for text in catalogue.missing(found, wanted)]
        problems += [f"other fields than the English: {text!r}" for text in catalogue.wrong_fields(found)]
        if not catalogue.fresh(code):
            problems.append("the .mo file is stale: course dev translations")
        for problem in problems:
            click.echo(f"    {problem}")
        click.echo(f"{code}: {len(found)} texts, {len(problems)} problems")
        bad = bad or bool(problems)
    sys.exit(1 if bad else 0)
