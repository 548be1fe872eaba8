"""Prove an exercise sound: the solution passes, the stub starts at nothing, mutants fall, alternatives pass."""

import ast
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from grader.check import Check
from grader.course import Course, Exercise
from grader.errors import GraderFault
from grader.grading import Options, checks_of, grade
from grader.outcome import Report, Status
from grader.stub import MarkerError, make_stub, solution_lines
from grader.submission import Submission
from grader.workers import Workers
from grader.zygotes import Zygotes

POINTS = 10
FEWEST_CHECKS, MOST_CHECKS = 4, 10
FEWEST_MUTANTS, FEWEST_ALTERNATIVES = 10, 4
HOSTILE_ROUNDS = 8


@dataclass
class Proof:
    """What was tried on one exercise, and what is wrong with it."""

    exercise: str
    seeds: int = 0
    mutants: int = 0
    alternatives: int = 0
    deferred: float = 0
    problems: list[str] = field(default_factory=list)


def prove_all(course: Course, exercises: list[Exercise], seeds: int, workers: int) -> Iterator[Proof]:
    """Prove the exercises, several at once; proofs come as they are ready."""
    ordered = sorted(exercises, key=lambda exercise: (exercise.libraries, exercise.name))
    shares = [share for share in (ordered[start::workers] for start in range(workers)) if share]
    if len(shares) == 1:
        yield from _prove_share(course.root, [exercise.name for exercise in shares[0]], seeds)
        return
    with ProcessPoolExecutor(len(shares), mp_context=get_context("spawn")) as pool:
        names = [[exercise.name for exercise in share] for share in shares]
        futures = [pool.submit(_listed_share, course.root, share, seeds) for share in names]
        for future in futures:
            yield from future.result()


def _listed_share(root: Path, names: list[str], seeds: int) -> list[Proof]:
    return list(_prove_share(root, names, seeds))


def _prove_share(root: Path, names: list[str], seeds: int) -> Iterator[Proof]:
    with Zygotes() as zygotes:
        for name in names:
            exercise = Exercise(name, root)
            yield Prover(exercise, zygotes.start(exercise), Course(root).hidden_folders()).prove(seeds)


class Prover:
    """Proves one exercise."""

    def __init__(self, exercise: Exercise, zygote: Workers, hidden: tuple[str, ...]) -> None:
        self._exercise = exercise
        self._zygote = zygote
        self._hidden = hidden
        self.proof = Proof(exercise.name)

    def prove(self, seeds: int) -> Proof:
        """Try everything; what is wrong stands in the proof's `problems`."""
        try:
            self._lint(checks_of(self._exercise.checks))
            self._solution(seeds)
            self._stub()
            self._mutants()
            self._alternatives()
            self._hostile_answers()
        except (GraderFault, MarkerError, OSError) as error:
            self._complain(str(error))
        return self.proof

    def _complain(self, problem: str) -> None:
        self.proof.problems.append(problem)

    def _lint(self, checks: list[Check]) -> None:
        names = _public_names(self._exercise.solution.read_text(encoding="utf-8"))
        tests = [
            node.name
            for node in ast.parse(self._exercise.checks.read_bytes()).body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]
        for name in sorted({name for name in tests if tests.count(name) > 1}):
            self._complain(f"{name} is defined twice: the first is lost")
        if len(checks) != len(set(tests)):
            self._complain(f"{len(set(tests))} tests, but {len(checks)} of them are checks")
        if sum(check.points for check in checks) != POINTS:
            self._complain(f"points add up to {sum(check.points for check in checks)}, not {POINTS}")
        if not FEWEST_CHECKS <= len(checks) <= MOST_CHECKS:
            self._complain(f"{len(checks)} checks; {FEWEST_CHECKS} to {MOST_CHECKS} are asked")
        if not any(check.held_back for check in checks):
            self._complain("no check is held back")
        for check in checks:
            for lacking in (name for name in ("title", "hint", "function") if not getattr(check, name)):
                self._complain(f"{check.id} has no {lacking}")
            if check.points <= 0:
                self._complain(f"{check.id} is worth nothing")
            if check.function not in names:
                self._complain(f"{check.id} is about {check.function}, which the solution does not define")

    def _solution(self, seeds: int) -> None:
        source = self._exercise.solution.read_bytes()
        for seed in range(seeds):
            report = self._grade(source, "solution", seed=seed)
            self._complain_unless_complete(report, f"the solution (seed {seed})")
        self.proof.seeds = seeds
        self.proof.deferred = report.deferred

    def _stub(self) -> None:
        solution = self._exercise.solution.read_text(encoding="utf-8")
        stub = make_stub(solution)
        if not self._exercise.file.exists() or self._exercise.file.read_text(encoding="utf-8") != stub:
            self._complain(f"the stub {self._exercise.file.name} is stale: run `course dev stub {self._exercise.id}`")
        stub_lines = {line.strip() for line in stub.splitlines()}
        for line in solution_lines(solution):
            if line in stub_lines:
                self._complain(f"the stub shows a line of the solution: {line}")
        report = self._grade(stub.encode(), "stub")
        for check in report.checks:
            if check.status not in (Status.NOT_STARTED, Status.SKIPPED):
                self._complain(f"the stub ends {check.id} as {check.status}: {check.message}")

    def _mutants(self) -> None:
        paths = self._exercise.mutants
        if len(paths) < FEWEST_MUTANTS:
            self._complain(f"{len(paths)} mutants; at least {FEWEST_MUTANTS} are asked")
        functions = _public_names(self._exercise.solution.read_text(encoding="utf-8"))
        for path in paths:
            source = path.read_text(encoding="utf-8")
            function = source.partition("\n")[0].lstrip("# ").partition(":")[0].strip()
            if function not in functions:
                self._complain(f"mutant {path.name}: its first line must be `# function: what is wrong`")
                continue
            completed = self._completed(source).encode()
            report = self._grade(completed, path.name, only_function=function, stop_at_first_loss=True)
            if not any(check.status is not Status.PASSED for check in report.checks if not _waits(check.status)):
                self._complain(f"mutant {path.name} lives: no check about {function} notices it")
            if report.faulty:
                self._complain(f"mutant {path.name}: {_faults(report)}")
        self.proof.mutants = len(paths)

    def _alternatives(self) -> None:
        paths = self._exercise.alternatives
        if len(paths) < FEWEST_ALTERNATIVES:
            self._complain(f"{len(paths)} alternatives; at least {FEWEST_ALTERNATIVES} are asked")
        for path in paths:
            report = self._grade(self._completed(path.read_text(encoding="utf-8")).encode(), path.name)
            self._complain_unless_complete(report, f"alternative {path.name}")
        self.proof.alternatives = len(paths)

    def _hostile_answers(self) -> None:
        source = self._exercise.solution.read_bytes()
        for tamper in range(HOSTILE_ROUNDS):
            report = self._grade(source, "solution", tamper=tamper)
            for check in report.checks:
                if check.status is Status.GRADER_ERROR:
                    self._complain(f"{check.id} trips over a hostile answer (round {tamper}): {check.message}")

    def _completed(self, source: str) -> str:
        """A module that defines only some of the functions, with the solution's own for the others."""
        solution = self._exercise.solution.read_text(encoding="utf-8")
        if _public_names(solution) <= _public_names(source):
            return source
        return f"{solution}\n\n{source}"

    def _grade(self, source: bytes, shown_as: str, *, seed: int = 0, **options: Any) -> Report:
        submission = Submission(self._exercise.name, shown_as, source)
        return grade(
            self._exercise, submission, self._zygote, Options(seed=seed, hidden=self._hidden, **options)
        )

    def _complain_unless_complete(self, report: Report, what: str) -> None:
        if not report.complete:
            self._complain(f"{what} has {report.score} of {report.max_score - report.deferred}: {_faults(report)}")


def _public_names(source: str) -> set[str]:
    nodes = ast.parse(source).body
    return {
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }


def _waits(status: Status) -> bool:
    return status is Status.SKIPPED


def _faults(report: Report) -> str:
    lost = [check for check in report.checks if check.status not in (Status.PASSED, Status.SKIPPED)]
    return "; ".join(f"{check.id} {check.status} {check.message}".strip() for check in lost)
