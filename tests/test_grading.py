"""The boundary itself: what is where, whose fault is whose, and that a seed repeats a run."""

import itertools
import subprocess
import sys
import textwrap

import pytest

from grader.course import Exercise
from grader.errors import BrokenChecks
from grader.grading import Options, grade
from grader.outcome import Status
from grader.submission import Submission

HEAD = """
from grader.check import check
from grader.compare import assert_close
from grader.probe import probe
"""


numbers = itertools.count()  # pytest keeps modules by name


@pytest.fixture
def graded(tmp_path, monkeypatch, course, zygotes):
    """Grade a source by a checks file that is given as text."""
    monkeypatch.setattr("grader.course.CHECKS", tmp_path)

    def run(checks, source, **options):
        exercise = Exercise(f"ex98_{next(numbers)}", course.root)
        exercise.checks.write_text(HEAD + textwrap.dedent(checks))
        submission = Submission(exercise.name, "test.py", textwrap.dedent(source).encode())
        zygote = zygotes.start(exercise)
        return grade(exercise, submission, zygote, Options(**{"hidden": course.hidden_folders(), **options}))

    return run


DOUBLE = """
    @probe
    def double(submission, x):
        return submission.double(x)

    @check(points=10, function="double", hint="Twice.")
    def test_double(student, rng):
        '''double gives 2x'''
        x = rng.normal(size=3)
        assert_close(student.call(double, x), 2 * x, "double(x)")
"""


def only(report):
    (check,) = report.checks
    return check


def test_a_right_answer_passes(graded):
    assert only(graded(DOUBLE, "def double(x): return 2 * x")).status is Status.PASSED


def test_the_same_seed_draws_the_same_inputs_and_another_seed_others(graded):
    source = "def double(x):\n    print(x.tolist())\n    return x"
    first, again, other = (only(graded(DOUBLE, source, seed=seed)).output for seed in (5, 5, 6))
    assert first == again != other


def test_without_a_seed_inputs_differ_in_every_run(graded):
    source = "def double(x):\n    print(x.tolist())\n    return x"
    assert only(graded(DOUBLE, source)).output != only(graded(DOUBLE, source)).output


def test_the_students_own_generators_repeat_with_the_seed(graded):
    source = """
        import random, numpy, torch
        def double(x):
            print(random.random(), numpy.random.rand(), torch.rand(1))
            return x
    """
    first, again, other = (only(graded(DOUBLE, source, seed=seed)).output for seed in (5, 5, 6))
    assert first == again != other


def test_a_bug_in_a_check_is_a_grader_error_not_a_wrong_answer(graded):
    report = graded(
        """
        @check(points=10, function="double", hint="Twice.", held_back=True)
        def test_double(student):
            '''double gives 2x'''
            {}["missing"]
        """,
        "def double(x): return 2 * x",
    )
    assert only(report).status is Status.GRADER_ERROR
    assert "KeyError" in only(report).message
    assert report.faulty


def test_a_probe_that_cannot_run_is_a_grader_error(graded):
    report = graded(DOUBLE.replace("return submission.double(x)", "import no_such_package"), "def double(x): return x")
    assert only(report).status is Status.GRADER_ERROR


def test_checks_that_cannot_be_collected_are_our_fault(graded):
    with pytest.raises(BrokenChecks, match="cannot be collected"):
        graded("import no_such_package", "")
    with pytest.raises(BrokenChecks):
        graded("def test_x(): pass", "")
    with pytest.raises(BrokenChecks):
        graded("", "")


def test_what_is_printed_is_kept_with_its_check(graded):
    source = "import sys\nprint('at import')\ndef double(x):\n    print('oops', file=sys.stderr)\n    return 2 * x"
    assert only(graded(DOUBLE, source)).output == "at import\noops\n"


def test_a_worker_that_falls_is_replaced_for_the_next_check(graded):
    checks = DOUBLE + DOUBLE.replace("double", "triple").replace("2 * x", "3 * x")
    report = graded(checks, "import os\ndef double(x): os._exit(3)\ndef triple(x): return 3 * x")
    assert [check.status for check in report.checks] == [Status.CRASHED, Status.PASSED]
    assert "exit code 3" in report.checks[0].message


def test_the_traceback_shows_the_students_lines_and_no_others(graded):
    message = only(graded(DOUBLE, "def double(x):\n    return helper(x)\n\ndef helper(x):\n    return x['a']")).message
    assert "line 2, in double" in message
    assert "line 5, in helper\n    return x['a']" in message
    assert "probe" not in message
    assert "grader" not in message


def test_a_not_implemented_error_that_is_not_the_stubs_is_an_error(graded):
    source = "import torch\ndef double(x):\n    return torch.nn.Module()(x)"
    assert only(graded(DOUBLE, source)).status is Status.ERROR


def test_the_grader_never_imports_a_framework_or_a_submission(course):
    code = """
        import sys
        from pathlib import Path
        from grader.course import Course
        from grader.grading import Options, grade
        from grader.submission import read_submission
        from grader.zygotes import Zygotes
        exercise = Course.find().exercise("ex03")
        with Zygotes() as zygotes:
            report = grade(exercise, read_submission(exercise.solution, exercise.name), zygotes.start(exercise), Options())
        assert report.complete
        loaded = {"torch", "torchvision", "tensorflow", "ex03_sgd"} & set(sys.modules)
        assert not loaded, loaded
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, cwd=course.root)


def test_nothing_of_the_checks_is_in_the_workers_memory(graded):
    source = """
        import gc, sys
        def double(x):
            names = [name for name in sys.modules if name.startswith("grader")]
            print(sorted(names))
            frame, depth = sys._getframe(), 0
            seen = []
            while frame:
                seen.append(str(sorted(map(str, frame.f_locals.items())))[:100000])
                frame = frame.f_back
            text = " ".join(seen) + " ".join(repr(item)[:200] for item in gc.get_objects() if isinstance(item, (str, dict)))
            print("LEAK" if "assert_close" in text or "'hint'" in text else "clean")
            return 2 * x
    """
    report = graded(DOUBLE, source)
    assert only(report).status is Status.PASSED, only(report).message
    assert "clean" in only(report).output
    for module in ("grader.checks", "grader.grading", "grader.compare", "grader.expect", "grader.check'"):
        assert module not in only(report).output


@pytest.mark.parametrize("sandbox", ["auto", "strict", "off"])
def test_each_sandbox_grades_a_right_answer(graded, sandbox):
    assert only(graded(DOUBLE, "def double(x): return 2 * x", sandbox=sandbox)).status is Status.PASSED


def test_strict_refuses_where_a_layer_is_missing(graded):
    from grader.errors import SandboxTooWeak

    with pytest.raises(SandboxTooWeak, match="read the checks"):
        graded(DOUBLE, "", sandbox="strict", layers=("namespaces", "identity", "rlimits"))


LOOKED_AT = """
    @probe
    def double(submission, x):
        return submission.double(x)

    def look(student, rng):
        x = rng.normal(size=3)
        came = student.call(double, x)
        student.plot("doubled", came, 2 * x, within=0.1)
        assert_close(came, 2 * x, "double(x)")

    @check(points=5, function="double", hint="Twice.", causes=("It is thrice.",))
    def test_shown(student, rng):
        '''double gives 2x'''
        look(student, rng)

    @check(points=5, function="double", hint="Twice.", held_back=True, causes=("It is thrice.",))
    def test_held_back(student, rng):
        '''double gives 2x in secret'''
        look(student, rng)
"""


def test_what_was_expected_is_kept_but_never_of_a_held_back_check(graded):
    report = graded(LOOKED_AT, "def double(x): return 3 * x", seed=1)
    shown, held_back = report.checks
    assert shown.comparison.got.array() == pytest.approx(1.5 * shown.comparison.want.array(), rel=1e-4)
    (name, low, high), (_, values) = shown.bands[0], shown.curves[0]
    assert name == "doubled" and all(a < b for a, b in zip(low, high, strict=True)) and len(values) == 3
    assert shown.causes == ("It is thrice.",)
    assert "1.5 times" in shown.message
    assert held_back.status is Status.FAILED
    assert (held_back.comparison, held_back.curves, held_back.bands, held_back.causes) == (None, (), (), ())
    assert held_back.plain() == {**held_back.plain(), "comparison": None, "curves": {}, "bands": {}, "causes": []}


def test_a_curve_ends_where_it_is_no_longer_finite(graded):
    report = graded(LOOKED_AT, "def double(x): return 2 * x * [1, float('nan'), 1]", seed=1)
    assert len(report.checks[0].curves[0][1]) == 1
    assert "NaN (1 of 3 values), first at [1]" in report.checks[0].message
