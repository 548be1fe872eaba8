import numpy as np
import pytest

from grader.compare import assert_close, assert_equal
from grader.errors import WrongAnswer
from grader.language import mark


def error(got, want, **keywords):
    with pytest.raises(WrongAnswer) as caught:
        assert_close(np.asarray(got), np.asarray(want), "f(x)", **keywords)
    return caught.value


def difference(got, want, **keywords):
    return str(error(got, want, **keywords))


WANT = np.array([[1.0, 2.0], [3.0, 5.0]])


@pytest.mark.parametrize(
    ("got", "how"),
    [
        (WANT.T, "is the transpose"),
        (WANT[::-1], "dimension 0 runs backwards"),
        (-WANT, "sign of f(x) is wrong"),
        (WANT * 0.5, "0.5 times what is expected: 1/2 of it"),
        (WANT * 7, "7 times what is expected."),
        (WANT + 3, "off by +3"),
        (WANT * 0, "Every value of f(x) is 0"),
        (WANT[:1], "shape (1, 2), but (2, 2)"),
        (WANT * np.nan, "NaN (4 of 4 values)"),
        (WANT[:, :, None], "a dimension of size 1 is too many"),
        (WANT[0], "dimension 0, of size 2, is gone"),
    ],
)
def test_the_message_says_how_they_differ(got, how):
    assert how in difference(got, WANT)


def test_it_says_how_before_it_shows_values():
    text = difference(WANT * 2, WANT)
    assert text.index("2 times") < text.index("At [0, 0] it is 2, expected 1 (4 of 4 values differ)")


def test_the_first_place_is_shown():
    got = WANT.copy()
    got[1, 0] = 9
    assert "differs at [1, 0]: 9, expected 3 (1 of 4 values differ)" in difference(got, WANT)


def test_one_number_needs_no_place():
    assert difference(2.0, 3.5) == "f(x) is 2, expected 3.5."
    assert difference(10.5, 3.5) == "Every value of f(x) is 3 times what is expected. It is 10.5, expected 3.5."


def test_rounding_is_no_difference():
    assert_close(np.float32(0.1) * np.ones(3, np.float32), 0.1 * np.ones(3), "x")


def test_equal_means_equal():
    assert_equal(3, 3, "n")
    with pytest.raises(WrongAnswer):
        assert_equal(np.array([1, 2]), np.array([1, 3]), "n")


def test_infinity_may_be_expected():
    assert_close(np.array([np.inf, 1]), np.array([np.inf, 1]), "x")


@pytest.mark.parametrize(
    ("got", "how"),
    [
        ([1, np.nan, np.nan], "NaN (2 of 3 values), and nothing else from [1] on."),
        ([1, np.nan, 3], "NaN (1 of 3 values), first at [1]."),
        ([np.inf, 2, 3], "infinity (1 of 3 values), first at [0]."),
    ],
)
def test_it_says_from_where_on_values_are_not_finite(got, how):
    assert how in difference(got, [1.0, 2.0, 3.0])


def test_both_arrays_travel_with_the_error():
    for got in (WANT * 2, WANT[:1], WANT * np.nan):
        comparison = error(got, WANT).comparison
        assert comparison.name == "f(x)"
        assert np.array_equal(comparison.got.array(), got, equal_nan=True)
        assert np.array_equal(comparison.want.array(), WANT)
    assert error(2.0, 3.0).comparison is None


def test_an_update_that_moved_too_far():
    start, way = np.array([10.0, -3.0]), np.array([0.25, 0.75])
    assert "moved 4 times as far" in difference(start + 4 * way, start + way, start=start)
    assert "1/4 of the way" in difference(start + way / 4, start + way, start=start)
    assert "moved the wrong way" in difference(start - way, start + way, start=start)
    assert "did not change" in difference(start, start + way, start=start)
    assert "differs at [0]" in difference(start + way[::-1], start + way, start=start)


def test_a_sentence_inside_another_can_be_translated():
    said = error(WANT * 2, WANT).message
    assert said.values["how"].template == mark("Every value of {name} is {factor} times what is expected.")
