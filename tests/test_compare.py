import numpy as np
import pytest

from grader.compare import assert_close, assert_equal
from grader.errors import WrongAnswer


def difference(got, want):
    with pytest.raises(WrongAnswer) as caught:
        assert_close(np.asarray(got), np.asarray(want), "f(x)")
    return str(caught.value)


WANT = np.array([[1.0, 2.0], [3.0, 5.0]])


@pytest.mark.parametrize(
    ("got", "how"),
    [
        (WANT.T, "transpose"),
        (WANT[::-1], "another order"),
        (-WANT, "sign is wrong"),
        (WANT * 0.5, "0.5 times"),
        (WANT + 3, "off by +3"),
        (WANT * 0, "Every value is 0"),
        (WANT[:1], "shape (1, 2), but (2, 2)"),
        (WANT * np.nan, "NaN (4 of 4 values)"),
    ],
)
def test_the_message_says_how_they_differ(got, how):
    assert how in difference(got, WANT)


def test_the_first_place_is_shown():
    got = WANT.copy()
    got[1, 0] = 9
    assert "differs at [1, 0]: 9, expected 3 (1 of 4 values differ)" in difference(got, WANT)


def test_one_number_needs_no_place():
    assert difference(2.0, 3.0).startswith("f(x) is 2, expected 3.")


def test_rounding_is_no_difference():
    assert_close(np.float32(0.1) * np.ones(3, np.float32), 0.1 * np.ones(3), "x")


def test_equal_means_equal():
    assert_equal(3, 3, "n")
    with pytest.raises(WrongAnswer):
        assert_equal(np.array([1, 2]), np.array([1, 3]), "n")


def test_infinity_may_be_expected():
    assert_close(np.array([np.inf, 1]), np.array([np.inf, 1]), "x")
