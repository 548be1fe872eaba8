import pytest

from grader.merge import merged
from grader.outcome import CheckResult, Report, Status


def check(name, status, points=1):
    return CheckResult(name, name, "f", status, points, False, "", "", "", 0.1)


def report(*checks, device="cpu"):
    return Report("ex18_gpu", "a.py", "00", 1, {"device": device}, 1.0, checks)


def test_gpu_checks_take_the_place_of_those_that_waited():
    base = report(check("a", Status.PASSED), check("b", Status.SKIPPED, 2), check("c", Status.SKIPPED, 4))
    cuda = report(check("b", Status.PASSED, 2), check("c", Status.FAILED, 4), device="H100")
    both = merged(base, cuda)
    assert [each.id for each in both.checks] == ["a", "b", "c"]
    assert (both.score, both.max_score, both.deferred) == (3, 7, 0)
    assert both.environment == {"device": "H100"}


@pytest.mark.parametrize("cuda", [None, report(check("b", Status.SKIPPED, 2))])
def test_without_them_they_go_on_waiting(cuda):
    base = report(check("a", Status.PASSED), check("b", Status.SKIPPED, 2))
    assert merged(base, cuda).deferred == 2


def test_checks_that_ran_are_not_replaced():
    base = report(check("a", Status.PASSED), check("b", Status.PASSED))
    assert merged(base, report(check("b", Status.FAILED))) == base
