"""A checks file without its held-back checks."""

from grader.stripped import strip

SOURCE = '''"""Checks."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.probe import probe

LIMITS = {"check_s": 3}
SIZE = 7777


@probe
def shown(submission):
    return submission.f()


# A comment that tells of zero rows.
@probe
def hidden(submission):
    return _helper(submission)


def _helper(submission):
    return np.array(SIZE)


@check(points=1, function="f", hint="Look.")
def test_shown(student):
    """f is shown"""
    assert_equal(student.call(shown), 1, "the words")


@check(points=1.5, function="f", held_back=True, hint="Think.")
def test_hidden(student):
    """f takes zero rows"""
    assert_close(student.call(hidden), 1, "the words of zero rows")


@check(points=1, function="f", held_back=False, hint="Look.")
def test_last(student):
    """f is last"""
    assert_equal(student.call(shown), 2, "the words")
'''


def test_what_only_held_back_checks_use_goes_with_them():
    stripped = strip(SOURCE)
    for gone in ("hidden", "_helper", "SIZE", "7777", "numpy", "assert_close", "zero rows"):
        assert gone not in stripped.source
    for kept in ("test_shown", "def shown", "LIMITS", "assert_equal", "test_last", 'HELD_BACK = {"checks": 1, "points": 1.5}'):
        assert kept in stripped.source
    compile(stripped.source, "checks.py", "exec")


def test_strings_that_others_have_too_are_no_secrets():
    secrets = strip(SOURCE).secrets
    assert "the words of zero rows" in secrets
    assert "the words" not in secrets


def test_nothing_held_back_nothing_changed():
    source = SOURCE.replace("held_back=True, ", "")
    assert "HELD_BACK" not in strip(source).source
    assert strip(source).source.split() == source.split()
