"""`course dev check` against exercises that are broken, each in one way."""

import textwrap

import pytest

from grader.authoring import new_files
from grader.course import Exercise
from grader.prove import Prover
from grader.stub import make_stub
from grader.zygote import Zygote

MUTANT = "# double: adds nothing\nimport torch\n\n\ndef double(x):\n    return x * {factor}\n"


@pytest.fixture(scope="module")
def zygote():
    with Zygote(("torch",)) as made:
        yield made


@pytest.fixture
def prove(tmp_path, monkeypatch, zygote, request):
    """Prove an exercise made of the author's template, after `change` had its way with the files."""
    monkeypatch.setattr("grader.course.CHECKS", tmp_path / "checks")
    monkeypatch.setattr("grader.prove.FEWEST_MUTANTS", 2)
    monkeypatch.setattr("grader.prove.FEWEST_ALTERNATIVES", 1)
    name = f"ex97_{request.node.name.split('[')[0]}"
    exercise = Exercise(name, tmp_path)
    solution, checks = new_files(name)
    quarter = checks.replace("points=10", "points={points}").replace("held_back=False", "held_back={held}")
    head, _, check = quarter.partition("@check")
    parts = [
        ("@check" + check).format(points=points, held=held).replace("test_double", f"test_{number}_double")
        for number, (points, held) in enumerate(((3, True), (3, False), (2, False), (2, False)))
    ]
    files = {
        exercise.solution: solution,
        exercise.checks: head + "\n\n".join(parts),
        exercise.file: make_stub(solution),
        **{tmp_path / "tests/mutants/ex97" / f"m{n}.py": MUTANT.format(factor=n + 3) for n in range(2)},
        **{tmp_path / "tests/alternatives/ex97" / f"a{n}.py": MUTANT.format(factor=2) for n in range(1)},
    }

    def run(change=lambda files, exercise: None):
        change(files, exercise)
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text))
        return Prover(exercise, zygote, ()).prove(2).problems

    return run


def test_a_sound_exercise_has_no_problem(prove):
    assert prove() == []


def test_a_wrong_solution(prove):
    def change(files, exercise):
        files[exercise.solution] = files[exercise.solution].replace("return 2 * x", "return 3 * x")

    problems = prove(change)
    assert any("the solution (seed 0) has 0 of 10" in problem for problem in problems)


def test_a_stale_stub(prove):
    def change(files, exercise):
        files[exercise.file] += "# edited\n"

    assert any("stale" in problem for problem in prove(change))


def test_a_stub_that_gives_the_solution_away(prove):
    def change(files, exercise):
        files[exercise.solution] += "\n\nreturn_value = 1  # return 2 * x + 0\n"
        files[exercise.solution] = files[exercise.solution].replace("return 2 * x\n", "y = 2 * x + 0\n    return y\n")
        files[exercise.solution] += "\n\ndef _other(x):\n    y = 2 * x + 0\n"
        files[exercise.file] = make_stub(files[exercise.solution])

    assert any("shows a line of the solution" in problem for problem in prove(change))


def test_a_mutant_that_lives(prove):
    def change(files, exercise):
        path = next(path for path in files if path.name == "m0.py")
        files[path] = MUTANT.format(factor=2)

    assert prove(change) == ["mutant m0.py lives: no check about double notices it"]


def test_a_mutant_that_names_no_function(prove):
    def change(files, exercise):
        path = next(path for path in files if path.name == "m0.py")
        files[path] = files[path].replace("# double:", "# triple:")

    assert any("its first line must be" in problem for problem in prove(change))


def test_an_alternative_that_is_refused(prove):
    def change(files, exercise):
        path = next(path for path in files if path.name == "a0.py")
        files[path] = MUTANT.format(factor=4)

    assert any("alternative a0.py has 0 of 10" in problem for problem in prove(change))


def test_points_that_do_not_add_up_and_checks_that_say_too_little(prove):
    def change(files, exercise):
        text = files[exercise.checks].replace("points=3", "points=1").replace('hint="What is two times a number?"', 'hint=""')
        files[exercise.checks] = text.replace("held_back=True", "held_back=False").replace('"double"', '"dobule"', 1)

    problems = " ".join(prove(change))
    for words in ("points add up to 6", "has no hint", "no check is held back", "does not define"):
        assert words in problems


def test_two_checks_of_one_name(prove):
    def change(files, exercise):
        files[exercise.checks] = files[exercise.checks].replace("test_1_double", "test_0_double")

    assert any("test_0_double" in problem and "defined twice" in problem for problem in prove(change))


def test_a_check_that_trips_over_hostile_answers(prove):
    def change(files, exercise):
        files[exercise.checks] = files[exercise.checks].replace(
            'tensor(student.call(doubled, x), "double(x)", shape=(2, 3))', 'student.call(doubled, x)["array"] + 0'
        )

    assert any("trips over a hostile answer" in problem for problem in prove(change))
