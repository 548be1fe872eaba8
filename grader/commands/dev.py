"""`course dev`: what authors of exercises need."""

import sys

import click

from grader.course import Course


@click.group()
def command() -> None:
    """Make exercises and prove them sound."""


@command.command()
@click.argument("exercises", nargs=-1)
def stub(exercises: tuple[str, ...]) -> None:
    """Write the stubs of EXERCISES (all if none is named) from their solutions."""
    from grader.stub import make_stub

    course = Course.find()
    chosen = [course.exercise(name) for name in exercises] or list(course.exercises)
    for exercise in chosen:
        text = make_stub(exercise.solution.read_text())
        fresh = exercise.file.exists() and exercise.file.read_text() == text
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
