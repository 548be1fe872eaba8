import math
import struct
import tracemalloc

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.codec import ARRAY_TYPE, MAX_DEPTH, MAX_NODES, CodecError, decode, encode

scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text() | st.binary()
plain = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)
arrays = hnp.arrays(
    st.sampled_from(["?", "i1", "u2", "i8", "f2", "f4", "f8", "c8", "c16"]).map(np.dtype), hnp.array_shapes(min_dims=0)
)


def same(a, b):
    if isinstance(a, float):
        return type(b) is float and (a == b or (math.isnan(a) and math.isnan(b)))
    if isinstance(a, list):
        return type(b) is list and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return type(b) is dict and list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and a == b


@given(plain)
def test_plain_data_survives(value):
    assert same(value, decode(encode(value)))


@given(arrays)
def test_arrays_survive(array):
    back = decode(encode(array))
    assert type(back) is np.ndarray
    assert (back.dtype, back.shape) == (array.dtype, array.shape)
    np.testing.assert_array_equal(back, array)


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes_give_plain_data_or_a_codec_error(data):
    try:
        value = decode(data)
    except CodecError:
        return
    encode(value)


def test_arrays_of_another_byte_order_and_layout_survive():
    array = np.arange(6, dtype=">f4").reshape(2, 3).T
    back = decode(encode(array))
    np.testing.assert_array_equal(back, array)
    assert back.dtype == np.float32


class Pretender(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, 2**70, np.array([object()]), np.array(["text"]), lambda: 0, Pretender("x"), type],
    ids=repr,
)
def test_what_is_not_plain_is_refused(value):
    with pytest.raises(CodecError):
        encode(value)


def array_of(dtype="<f4", shape=(2,), data=b"\0" * 8):
    return msgpack.packb(msgpack.ExtType(ARRAY_TYPE, msgpack.packb([dtype, list(shape), data])))


@pytest.mark.parametrize(
    "data",
    [
        array_of(dtype="O"),
        array_of(dtype="|S8"),
        array_of(dtype="<M8[s]"),
        array_of(shape=(3,)),
        array_of(shape=(-2,)),
        array_of(shape=(2**62, 2**62, 0), data=b"\0"),
        array_of(shape=("2",)),
        array_of(shape=(1,) * 40, data=b"\0" * 4),
        array_of(data="text"),
        msgpack.packb(msgpack.ExtType(ARRAY_TYPE, b"")),
        msgpack.packb(msgpack.ExtType(5, b"x")),
        msgpack.packb(msgpack.Timestamp(1, 0)),
        msgpack.packb({1: 2}),
        b"\x81\xc4\x01a\x01" * 2,
        b"\xdd\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\x91" * (MAX_DEPTH + 1) + b"\xc0",
        b"\x91" * 100_000 + b"\xc0",
        b"\xa2\xff\xfe",
        b"",
        b"\xc1",
    ],
    ids=lambda data: data[:12].hex(),
)
def test_hostile_bytes_are_refused(data):
    with pytest.raises(CodecError):
        decode(data)


def test_too_many_values_are_refused():
    data = b"\xdd" + struct.pack(">I", MAX_NODES + 1) + b"\xc0" * (MAX_NODES + 1)
    with pytest.raises(CodecError, match="more than"):
        decode(data)


def many_small(one, count=2 * MAX_NODES + 1):
    return b"\xdd" + struct.pack(">I", count) + one * count


@pytest.mark.parametrize(
    "data",
    [
        many_small(b"\x90"),
        many_small(b"\x80"),
        many_small(many_small(b"\x90", 1000), 3000),
        msgpack.packb(msgpack.ExtType(ARRAY_TYPE, many_small(b"\x90"))),
        many_small(array_of(shape=(0,), data=b""), 250_000),
    ],
    ids=["lists", "dicts", "lists of lists", "lists in an array", "arrays"],
)
def test_many_values_are_refused_before_they_are_all_made(data):
    tracemalloc.start()
    try:
        with pytest.raises(CodecError):
            decode(data)
        assert tracemalloc.get_traced_memory()[1] < 200 * 2**20
    finally:
        tracemalloc.stop()


def test_a_boolean_array_holds_nothing_but_true_and_false():
    back = decode(array_of(dtype="|b1", shape=(3,), data=b"\x00\x01\x02"))
    assert back.view(np.uint8).tolist() == [0, 1, 1]


def test_lone_surrogates_travel_as_text():
    assert decode(encode("\ud800")) == "\\ud800"
