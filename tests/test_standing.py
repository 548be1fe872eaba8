import pytest

from grader.errors import BrokenChecks
from grader.grading import Options, grade, standing_checks
from grader.outcome import Status
from grader.standing import Standing
from grader.submission import Submission


def plain(report):
    content = report.plain()
    for part in (content, *content["checks"]):
        del part["duration_s"]
    return content


def test_it_grades_as_a_pytest_of_its_own_does_time_after_time(course, zygotes):
    exercise = course.exercise("ex03")
    solution = exercise.solution.read_bytes()
    sources = [solution, solution + exercise.mutants[0].read_bytes(), b"import os\nos._exit(3)\n", solution]
    options = Options(seed=3, hidden=course.hidden_folders())
    with standing_checks(exercise) as standing:
        for source in sources:
            submission = Submission(exercise.name, "a.py", source)
            kept = grade(exercise, submission, zygotes.start(exercise), options, standing=standing)
            fresh = grade(exercise, submission, zygotes.start(exercise), options)
            assert plain(kept) == plain(fresh)
        assert standing.usable


def test_each_run_has_the_checks_it_asked_for(course, zygotes):
    exercise = course.exercise("ex18")
    submission = Submission(exercise.name, "a.py", exercise.solution.read_bytes())
    with standing_checks(exercise) as standing:
        for only_cuda in (True, False, True):
            options = Options(seed=3, only_cuda=only_cuda, hidden=course.hidden_folders())
            report = grade(exercise, submission, zygotes.start(exercise), options, standing=standing)
            waiting = {check.status is Status.SKIPPED for check in report.checks}
            assert waiting == ({True} if only_cuda else {True, False}) or report.deferred == 0


def test_checks_that_cannot_be_collected_are_our_fault():
    def start(plugin):
        raise SyntaxError("no Python")

    with Standing(start, lambda item: None) as standing:
        for _ in range(2):
            with pytest.raises(BrokenChecks, match="no Python"):
                standing.go(None)
        assert not standing.usable
