import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import expect
from grader.compare import assert_close, assert_equal, numeric
from grader.errors import CheckStopped, Invalid, WrongAnswer

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=5)
    | st.sampled_from([np.zeros(3), np.ones((2, 2), np.int64), np.array(np.nan, np.float32), np.array([True])]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["type", "dtype", "shape", "array", "value", "items", "length"]), inner),
    max_leaves=8,
)  # fmt: skip
described = st.fixed_dictionaries(
    {"type": st.sampled_from(["torch.Tensor", "list", "float", "None"])},
    optional={"dtype": anything, "shape": anything, "array": anything, "value": anything, "items": anything},
)


@given(anything | described)
def test_nothing_that_comes_back_makes_the_grader_fail(seen):
    for look in (
        lambda: expect.tensor(seen, "x", shape=(3,)),
        lambda: expect.tensor(seen, "x", dtype=None),
        lambda: expect.number(seen, "x"),
        lambda: expect.items(seen, "x", length=2),
        lambda: expect.plain_array(seen, "x", shape=(3,)),
        lambda: expect.plain_list(seen, "x"),
        lambda: expect.plain(seen, "x", int),
        lambda: assert_close(seen, np.zeros(3), "x"),
        lambda: assert_equal(seen, 4, "x"),
    ):
        try:
            look()
        except CheckStopped as stopped:
            assert str(stopped)


def tensor(array, **changes):
    array = np.asarray(array)
    seen = {"type": "torch.Tensor", "dtype": array.dtype.name, "shape": list(array.shape), "array": array}
    return seen | changes


def message(run):
    with pytest.raises(WrongAnswer) as caught:
        run()
    return str(caught.value)


def test_a_good_tensor_gives_its_values():
    values = np.ones((2, 1), np.float32)
    assert expect.tensor(tensor(values), "x", shape=(2, 1)) is values


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ({"type": "list"}, "x is a list, but a torch.Tensor is asked"),
        ({"type": "numpy.ndarray"}, "x is a numpy.ndarray"),
        ({"type": "None"}, "x is None"),
        (tensor(np.ones((2, 1))), "dtype float64, but float32"),
        (tensor(np.ones((2, 2), np.float32)), r"column (2, 1) met a row (2,)"),
        (tensor(np.ones((3, 1), np.float32)), "shape (3, 1), but (2, 1)"),
        (tensor(np.array([[1], [np.nan]], np.float32)), "NaN (1 of 2"),
        (tensor(np.array([[1], [np.inf]], np.float32)), "infinity"),
    ],
)
def test_a_message_says_what_is_wrong(seen, words):
    assert words in message(lambda: expect.tensor(seen, "x", shape=(2, 1)))


def test_a_dtype_that_does_not_fit_the_array_is_invalid():
    with pytest.raises(Invalid):
        expect.tensor(tensor(np.ones(2), dtype="float32"), "x")


def test_a_tensor_in_place_of_a_number_is_told_of_item():
    assert ".item()" in message(lambda: expect.number({"type": "torch.Tensor"}, "loss"))
    assert expect.number({"type": "float", "value": 1.5}, "loss") == 1.5


def test_a_bool_is_no_int():
    assert "a bool" in message(lambda: expect.number({"type": "bool", "value": True}, "n", "int"))


def test_numeric_refuses_what_is_no_number():
    for value in ("1", None, [1], np.array(["1"]), np.array([1j])):
        with pytest.raises(Invalid):
            numeric(value, "x")
