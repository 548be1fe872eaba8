"""Properties: what a mistake does to an array is recognised, and no sentence is said that is not true."""

import json

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from grader import explain as ways
from grader.compare import assert_close
from grader.comparison import MAX_VALUES, Comparison, compare
from grader.errors import WrongAnswer
from grader.explain import explain

settings.register_profile("many", deadline=None, max_examples=1500)
settings.load_profile("many")


@st.composite
def distinct(draw, least=2, sides=(2, 5), dims=(1, 3)):
    """Values of both signs, all apart from each other, from 0, and from each other's multiples."""
    shape = draw(array_shapes(min_dims=dims[0], max_dims=dims[1], min_side=sides[0], max_side=sides[1]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    values = rng.uniform(0.5, 4, shape) * rng.choice([-1, 1], shape)
    assume(values.size >= least and (values > 0).any() and (values < 0).any())
    return values


def said(have, want, **keywords):
    message = explain(np.asarray(have), want, "x", **keywords)
    return (message.template, dict(message.values)) if message else (None, {})


@given(distinct(least=3), st.floats(0.05, 30).filter(lambda factor: abs(factor - 1) > 0.05))
def test_a_factor_is_named(want, factor):
    template, values = said(want * factor, want)
    assert template in (ways.FACTOR, ways.DIVISOR)
    assert float(values["factor"]) == pytest.approx(factor, rel=1e-3)
    if template == ways.DIVISOR:
        assert 1 / values["divisor"] == pytest.approx(factor, rel=1e-3)


@given(distinct(least=3), st.integers(2, 500))
def test_a_mean_taken_twice_is_named(want, n):
    assert said(want / n, want) == (ways.DIVISOR, {"name": "x", "factor": f"{1 / n:.4g}", "divisor": n})


@given(distinct(least=3), st.floats(-9, 9).filter(lambda offset: abs(offset) > 0.05))
def test_an_offset_is_named(want, offset):
    template, values = said(want + offset, want)
    assert template == ways.OFFSET and float(values["offset"]) == pytest.approx(offset, rel=1e-3)


@given(distinct(least=3))
def test_sign_zeros_and_lost_signs_are_named(want):
    assert said(-want, want)[0] == ways.SIGN
    assert said(want * 0, want)[0] == ways.ZERO
    assert said(np.full_like(want, 0.75), want)[0] == ways.CONSTANT
    assert said(np.abs(want), want)[0] == ways.ABSOLUTE


@given(distinct(dims=(2, 3), sides=(2, 5)))
def test_other_axes_are_named(want):
    template, values = said(np.swapaxes(want, 0, -1), want)
    assert template == (ways.TRANSPOSED if want.ndim == 2 else ways.AXES)
    assert np.array_equal(want.transpose(values["order"]), np.swapaxes(want, 0, -1))


@given(distinct(dims=(1, 2), sides=(4, 7)), st.data())
def test_a_shift_is_named_with_its_direction(want, data):
    axis = data.draw(st.integers(0, want.ndim - 1))
    assert said(np.roll(want, 1, axis), want) == (ways.LATE, {"name": "x", "axis": axis})
    assert said(np.roll(want, -1, axis), want) == (ways.EARLY, {"name": "x", "axis": axis})


@given(distinct(dims=(1, 2), sides=(4, 7)), st.data())
def test_another_order_is_named(want, data):
    order = data.draw(st.permutations(range(len(want))))
    moved = want[order]
    assume(not np.array_equal(moved, want))
    template, _ = said(moved, want)
    assert template in (ways.ROWS, ways.ORDER, ways.REVERSED, ways.LATE, ways.EARLY, ways.FIRST, ways.LAST)
    assert (template == ways.ORDER) <= (want.ndim == 1)


@given(distinct(dims=(1, 2), sides=(4, 7)), st.data())
def test_only_the_last_rows_are_right(want, data):
    count = data.draw(st.integers(2, len(want) - 2))
    rng = np.random.default_rng(count)
    wrong = want.copy()
    wrong[:-count] += rng.uniform(5, 9, wrong[:-count].shape)
    template, values = said(wrong, want)
    assert template in (ways.LAST, ways.LAST_VALUES)
    assert values["count"] == count and values["size"] == len(want)
    assert said(want[-count:], want) == (ways.TAIL, values)
    assert said(want[:count], want) == (ways.HEAD, values)


@given(distinct(dims=(2, 2), sides=(3, 5)))
def test_rows_and_columns_by_themselves_are_named(want):
    own = np.linspace(2, 3, len(want))[:, None]
    assert said(want * own, want)[0] == ways.ROW_FACTOR
    assert said(want + own, want)[0] == ways.ROW_OFFSET
    across = np.linspace(2, 3, want.shape[1])
    assert said(want * across, want)[0] == ways.COLUMN_FACTOR
    assert said(want + across, want)[0] == ways.COLUMN_OFFSET


@given(distinct(least=3))
def test_lost_fractions_and_lost_precision_are_named(want):
    whole = np.trunc(want * 10).astype(np.int64)
    assume(np.unique(np.trunc(want * 10) / want).size > 2)
    assert said(whole, want * 10) == (ways.WHOLE, {"name": "x", "dtype": "int64"})
    noise = np.random.default_rng(0).uniform(-1, 1, want.shape) * 2e-3 * np.abs(want).max()
    assert said(want + noise, want)[0] in (ways.NEAR, ways.FIRST, ways.LAST)


@given(distinct(dims=(2, 3)))
def test_right_values_in_another_shape_are_named(want):
    assert said(want.ravel(), want)[0] == ways.FLAT


REAL = (np.float64, np.float32, np.int64, np.uint8, np.bool_)


@st.composite
def anything(draw):
    shape = draw(array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
    return draw(arrays(draw(st.sampled_from(REAL)), shape))


@pytest.mark.filterwarnings("error")
@settings(max_examples=3000)
@given(anything(), anything(), st.sampled_from([0.0, 1e-5, 0.5]))
def test_whatever_comes_ends_as_a_pass_or_a_wrong_answer(have, want, tolerance):
    for got in (have, have.copy().reshape(want.shape) if have.size == want.size else want.copy()):
        try:
            assert_close(got, want, "x", rtol=tolerance, atol=tolerance, start=want, picture=bool(tolerance))
        except WrongAnswer as error:
            text = str(error)
            assert "{" not in text and len(text) < 500
            if error.comparison:
                json.dumps(error.comparison.got.values, allow_nan=False)


@settings(max_examples=3000)
@given(distinct(), st.data())
def test_no_sentence_is_said_of_noise(want, data):
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    have = rng.uniform(0.5, 4, want.shape) * rng.choice([-1, 1], want.shape)
    assume(want.size > 4 and not np.allclose(have, want))
    template, _ = said(have, want)
    assert template is None


@given(st.integers(1, 3), st.integers(1, 200), st.integers(1, 200), st.booleans())
def test_a_comparison_is_bounded_and_survives_json(dims, height, width, picture):
    shape = {1: (height * width,), 2: (height, width), 3: (3, height, width)}[dims]
    want = np.linspace(0, 1, int(np.prod(shape))).reshape(shape)
    kept = compare(want / 2, want, "x", picture=picture)
    if kept is None:
        assert want.size == 1
        return
    for part in (kept.got, kept.want):
        assert np.prod(part.shape[:2]) <= MAX_VALUES and len(part.values) == np.prod(part.shape)
        assert part.whole == shape
        assert part.array().shape == part.shape
    assert Comparison.of_plain(json.loads(json.dumps(_plain(kept)))) == kept


def _plain(kept):
    from dataclasses import asdict

    return asdict(kept)


def test_the_part_shown_is_the_one_that_differs():
    want = np.arange(48.0).reshape(3, 4, 2, 2)
    got = want.copy()
    got[2, 1, 0, 1] = -1
    kept = compare(got, want, "x", [2, 1, 0, 1])
    assert kept.want.at == (2, 1)
    assert np.array_equal(kept.got.array(), got[2, 1])


def test_what_is_not_finite_is_kept_by_name():
    kept = compare(np.array([np.nan, np.inf, -np.inf]), np.zeros(3), "x")
    assert kept.got.values == ("nan", "inf", "-inf")
    assert np.isnan(kept.got.array()[0])
