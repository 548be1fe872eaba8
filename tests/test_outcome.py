import json

import pytest

from grader.outcome import CheckResult, Report, Status, exit_code


def result(status, points=2.0, name="a"):
    return CheckResult(name, "Title", "f", status, points, False, "message", "hint", "", 0.1)


def report(*results):
    return Report("ex03_sgd", "file.py", "0" * 64, 1, {"python": "3.11"}, 0.5, results)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PASSED])
def test_only_a_pass_earns_points(status):
    assert result(status).points == 0
    assert result(Status.PASSED).points == 2


def test_deferred_points_are_neither_earned_nor_lost():
    graded = report(result(Status.PASSED), result(Status.SKIPPED, 3))
    assert (graded.score, graded.max_score, graded.deferred, graded.complete) == (2, 5, 3, True)


def test_a_report_without_checks_is_not_complete():
    assert not report().complete


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ([Status.PASSED], 0),
        ([Status.PASSED, Status.SKIPPED], 0),
        ([Status.PASSED, Status.FAILED], 1),
        ([Status.NOT_STARTED], 1),
        ([Status.PASSED, Status.GRADER_ERROR], 3),
        ([Status.FAILED, Status.GRADER_ERROR], 3),
    ],
)
def test_exit_code(statuses, code):
    assert exit_code([report(*map(result, statuses))]) == code


def test_json_has_the_published_fields():
    plain = json.loads(json.dumps(report(result(Status.PASSED)).plain()))
    assert plain["format"] == 1
    assert set(plain) == {
        "format", "exercise", "submission", "sha256", "score", "max_score", "deferred", "seed", "environment",
        "duration_s", "notes", "checks",
    }  # fmt: skip
    assert set(plain["checks"][0]) == {
        "id", "title", "function", "status", "points", "max_points", "held_back", "message", "hint", "output",
        "duration_s", "curves", "bands", "comparison", "causes",
    }  # fmt: skip
