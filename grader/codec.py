"""Plain data over a wire: MessagePack with one extra type for arrays, and never pickle.

Only None, bool, int, float, str, bytes, list, dict and `numpy.ndarray` of a numeric dtype can be
made by `decode`, whatever bytes it is given. Both kinds of process use this module.
"""

from collections.abc import Callable
from math import prod
from typing import Any

import msgpack
import numpy as np

MAX_BYTES = 64 * 2**20
MAX_DEPTH = 32
MAX_NODES = 1_000_000
MAX_DIMENSIONS = 16

ARRAY_TYPE = 1
NUMERIC_DTYPES = frozenset(
    np.dtype(name).str
    for name in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
)

Plain = Any


class CodecError(ValueError):
    """The value or the bytes are no plain data."""


def encode(value: object, convert: Callable[[object], object] | None = None) -> bytes:
    """The bytes of a plain value.

    Tuples become lists. `convert` is asked for a plain stand-in of anything else.

    Raises:
        CodecError: a value is not plain, or too large, or nested too deeply.
    """

    def default(item: object) -> object:
        plain = _builtin(item)
        if plain is None and convert:
            plain = _builtin(convert(item), itself=True)
        if plain is None or plain is item:
            raise CodecError(f"a value of type {type(item).__name__} is no plain data")
        return plain

    try:
        data: bytes = msgpack.packb(
            value, default=default, strict_types=True, unicode_errors="backslashreplace"
        )
    except CodecError:
        raise
    except OverflowError as error:
        raise CodecError("a whole number needs more than 64 bits") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise CodecError(f"no plain data: {error}") from error
    if len(data) > MAX_BYTES:
        raise CodecError(f"{len(data)} bytes are more than the {MAX_BYTES} allowed")
    return data


def decode(data: bytes) -> Plain:
    """The plain value in the bytes.

    Raises:
        CodecError: the bytes hold anything but plain data of bounded size and depth.
    """
    if len(data) > MAX_BYTES:
        raise CodecError(f"{len(data)} bytes are more than the {MAX_BYTES} allowed")
    try:
        value = _Reader().read(data)
    except CodecError:
        raise
    except Exception as error:  # whatever the parser trips over, the bytes are at fault
        raise CodecError(f"no plain data: {type(error).__name__}") from error
    _verify(value)
    return value


class _Reader:
    """Reads one message, and stops early where it holds far too many values.

    A byte on the wire can become a list of seventy bytes in memory, so they are counted as they are made.
    """

    def __init__(self) -> None:
        self._made = 0

    def read(self, data: bytes) -> Plain:
        return self._unpack(data, self._array)

    def _unpack(self, data: bytes, extension: Callable[[int, bytes], object]) -> Plain:
        return msgpack.unpackb(
            data, ext_hook=extension, list_hook=self._count, object_hook=self._count, strict_map_key=True,
            use_list=True, raw=False, max_array_len=2 * MAX_NODES, max_map_len=2 * MAX_NODES,
        )

    def _count(self, container: Any, weight: int = 1) -> Any:
        self._made += weight + len(container)
        if self._made > 2 * MAX_NODES:  # containers are counted twice here; `_verify` counts exactly
            raise CodecError(f"more than {MAX_NODES} values")
        return container

    def _array(self, code: int, payload: bytes) -> np.ndarray:
        if code != ARRAY_TYPE:
            raise CodecError(f"extension type {code} is no plain data")
        self._count((), weight=10)  # an array takes more time and memory than a number
        return _make_array(self._unpack(payload, _no_extension))


def _no_extension(code: int, payload: bytes) -> object:
    raise CodecError("an array needs dtype, shape and data")


def _builtin(item: object, *, itself: bool = False) -> object:
    """What MessagePack can pack in place of a tuple, array or NumPy number; else None or the item."""
    if type(item) is tuple:
        return list(item)
    if type(item) is np.ndarray:
        return _pack_array(item)
    if isinstance(item, np.generic):
        return item.item()
    return item if itself else None


def _pack_array(array: np.ndarray) -> msgpack.ExtType:
    if array.dtype.newbyteorder("=").str not in NUMERIC_DTYPES:
        raise CodecError(f"an array of dtype {array.dtype} is no plain data")
    native = array.astype(array.dtype.newbyteorder("="), order="C", copy=False)
    head = [native.dtype.str, list(native.shape), native.tobytes()]
    return msgpack.ExtType(ARRAY_TYPE, msgpack.packb(head))


def _make_array(head: Plain) -> np.ndarray:
    if type(head) is not list or len(head) != 3:
        raise CodecError("an array needs dtype, shape and data")
    dtype, shape, content = head
    if type(dtype) is not str or dtype not in NUMERIC_DTYPES:
        raise CodecError("an array needs a numeric dtype")
    if type(shape) is not list or len(shape) > MAX_DIMENSIONS:
        raise CodecError("an array needs a shape")
    if not all(type(size) is int and 0 <= size <= MAX_BYTES for size in shape):
        raise CodecError("a shape holds sizes that are whole and not negative")
    kind = np.dtype(dtype)
    if type(content) is not bytes or prod(shape) * kind.itemsize != len(content):
        raise CodecError("an array's data does not fit its shape")
    if kind == np.bool_:  # a byte of 2 would be a boolean that equals neither
        truth: np.ndarray = (np.frombuffer(content, np.uint8) != 0).reshape(shape)
        return truth
    array: np.ndarray = np.frombuffer(content, kind).reshape(shape).copy()
    return array


def _verify(value: object) -> None:
    """Refuse what MessagePack can make beyond plain data, such as its timestamps."""
    nodes = 0
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        deeper: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is list:
                deeper.extend(item)
            elif kind is dict:
                deeper.extend(item)
                deeper.extend(item.values())
            elif item is not None and kind not in (bool, int, float, str, bytes, np.ndarray):
                raise CodecError(f"{kind.__name__} is no plain data")
        nodes += len(level)
        if nodes + len(deeper) > MAX_NODES:
            raise CodecError(f"more than {MAX_NODES} values")
        if not deeper:
            return
        level = deeper
    raise CodecError(f"nested more than {MAX_DEPTH} deep")
