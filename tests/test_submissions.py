"""Each folder of `submissions/` is a hand-in with the report it must get."""

import json
from pathlib import Path

import pytest

from grader.limits import Limits
from grader.outcome import Report, Status
from grader.submission import read_submission

CASES = sorted(path.parent for path in (Path(__file__).parent / "submissions").glob("*/expected.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_submission_gets_its_report(case, course, grade_source):
    expected = json.loads((case / "expected.json").read_text())
    path = course.root / expected["path"] if "path" in expected else case / "submission.py"
    submission = read_submission(path, "ex03_sgd")
    report = grade_source(submission, limits=Limits().changed(expected.get("limits", {})))
    _compare(report, expected)
    after = grade_source((case.parent / "all_right" / "submission.py").read_text())
    assert after.score == 10, "the hand-in graded right after it must not suffer"


def _compare(report: Report, expected: dict) -> None:
    statuses = {check.id: str(check.status) for check in report.checks}
    assert len(statuses) == 9
    assert not report.faulty, statuses
    if "score" in expected:
        assert report.score == expected["score"], [(c.id, c.status, c.message) for c in report.checks]
    assert report.score <= expected.get("at_most", 10)
    if "all" in expected:
        assert set(statuses.values()) == {expected["all"]}
    for function, allowed in expected.get("by_function", {}).items():
        assert {str(check.status) for check in report.checks if check.function == function} <= set(allowed)
    for function in expected.get("not_passed", []):
        assert all(check.status is not Status.PASSED for check in report.checks if check.function == function)
    shown = "\n".join(check.message for check in report.checks)
    for words in expected.get("says", []):
        assert words in shown
    printed = "".join(check.output for check in report.checks)
    for words in expected.get("prints", []):
        assert words in printed
    for words in expected.get("prints_not", []):
        assert words not in printed
    assert all(len(check.output) <= expected.get("output_at_most", 20000) for check in report.checks)
    for check in report.checks:
        if check.held_back:
            assert (check.message, check.output) == ("", "")
