"""Take apart what `describe` told of a value, with a sentence for whatever is not as asked.

Everything here accepts any plain data: what comes from a worker may be anything.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.errors import Invalid, WrongAnswer
from grader.messages import Message

MAX_SHOWN = 80


def require(condition: object, template: str, **values: object) -> None:
    """End the check with a sentence unless the condition holds.

    Raises:
        WrongAnswer: it does not hold.
    """
    if not condition:
        raise WrongAnswer(template, **values)


def kind_of(seen: object) -> str:
    """The name of the described value's type."""
    if isinstance(seen, dict) and type(seen.get("type")) is str:
        return str(seen["type"])[:MAX_SHOWN]
    raise Invalid("What came back describes no value.")


def tensor(
    seen: Any,
    name: str,
    *,
    shape: Sequence[int] | None = None,
    dtype: str | Sequence[str] | None = "float32",
    finite: bool = True,
) -> np.ndarray:
    """The values of a described torch tensor, after its kind, dtype and shape were looked at.

    Args:
        seen: what `describe` gave.
        name: the value as a student would write it, such as `softmax(logits)`.
        shape: the shape it must have.
        dtype: the dtype it must have, or several that will do; None for any.
        finite: whether NaN and infinity are wrong.

    Raises:
        WrongAnswer: it is not as asked; the message says how.
    """
    return _array(seen, name, ("torch.Tensor",), _with_article("torch.Tensor"), shape, dtype, finite)


def array(
    seen: Any,
    name: str,
    kinds: Sequence[str],
    *,
    shape: Sequence[int] | None = None,
    dtype: str | Sequence[str] | None = "float32",
    finite: bool = True,
) -> np.ndarray:
    """As `tensor`, for a described value of one of several kinds (`numpy.ndarray`, `tf.Tensor` …)."""
    return _array(seen, name, kinds, _one_of(kinds), shape, dtype, finite)


def _array(
    seen: Any, name: str, kinds: Sequence[str], asked: object, shape: Any, dtype: Any, finite: bool
) -> np.ndarray:
    kind = kind_of(seen)
    if kind not in kinds:
        raise WrongAnswer("{name} is {got}, but {asked} is asked.", name=name, got=_with_article(kind), asked=asked)
    values = seen.get("array")
    if type(values) is not np.ndarray:
        raise WrongAnswer("{name} holds no numbers.", name=name)
    wanted = (dtype,) if type(dtype) is str else dtype
    told = seen.get("dtype")
    if type(told) is not str or (told in np.sctypeDict and told != "float16" and told != values.dtype.name):
        raise Invalid("What came back describes no value.")
    if wanted and told not in wanted:
        raise WrongAnswer(
            "{name} has dtype {got}, but {asked} is asked.", name=name, got=told[:MAX_SHOWN], asked=_one_of(wanted)
        )
    if shape is not None:
        assert_shape(values.shape, shape, name)
    if finite:
        assert_finite(values, name)
    return values


def assert_shape(got: Sequence[int], asked: Sequence[int], name: str) -> None:
    """The shape is the one asked; where the mistake has a name, the message says it."""
    wrong = wrong_shape(got, asked, name)
    if wrong:
        raise WrongAnswer(wrong.template, **wrong.values)


def wrong_shape(got: Sequence[int], asked: Sequence[int], name: str) -> Message | None:
    """How the shape differs from the one asked; None where it does not.

    A square one in place of a column names the broadcasting behind it.
    """
    got, asked = tuple(got), tuple(asked)
    if got == asked:
        return None
    values: dict[str, object] = {"name": name, "got": got, "asked": asked}
    size = max(asked, default=0)
    if size > 1 and got == (size, size) and asked in ((size,), (size, 1)):
        return Message(
            "{name} has shape {got}, but {asked} is asked: somewhere a column ({n}, 1) met a row ({n},), "
            "and broadcasting made every pair of them.",
            {**values, "n": size},
        )
    if len(got) == 2 and got == asked[::-1]:
        return Message("{name} has shape {got}, but {asked} is asked: rows and columns are swapped.", values)
    if sorted(got) == sorted(asked):
        return Message("{name} has shape {got}, but {asked} is asked: its dimensions are in another order.", values)
    if len(got) < len(asked) and [side for side in asked if side != 1] == [side for side in got if side != 1]:
        return Message("{name} has shape {got}, but {asked} is asked: a dimension of size 1 is missing.", values)
    if len(got) > len(asked) and [side for side in asked if side != 1] == [side for side in got if side != 1]:
        return Message("{name} has shape {got}, but {asked} is asked: a dimension of size 1 is too many.", values)
    for axis, side in enumerate(asked):
        if got == asked[:axis] + asked[axis + 1 :]:
            return Message(
                "{name} has shape {got}, but {asked} is asked: dimension {axis}, of size {size}, is gone.",
                {**values, "axis": axis, "size": side},
            )
    return Message("{name} has shape {got}, but {asked} is asked.", values)


def assert_finite(values: np.ndarray, name: str) -> None:
    """No value is NaN or infinite; the message says from where on they are."""
    if values.dtype.kind not in "fc":
        return
    if np.isnan(values).any():
        raise _first_odd(np.isnan(values), name, (
            "{name} holds NaN ({count} of {size} values).",
            "{name} holds NaN ({count} of {size} values), and nothing else from {place} on.",
            "{name} holds NaN ({count} of {size} values), first at {place}.",
        ))  # fmt: skip
    if np.isinf(values).any():
        raise _first_odd(np.isinf(values), name, (
            "{name} holds infinity ({count} of {size} values).",
            "{name} holds infinity ({count} of {size} values), and nothing else from {place} on.",
            "{name} holds infinity ({count} of {size} values), first at {place}.",
        ))  # fmt: skip


def _first_odd(odd: np.ndarray, name: str, templates: tuple[str, str, str]) -> WrongAnswer:
    """Where all are odd, where all from one on are, and where some are."""
    count, first = int(odd.sum()), int(np.argmax(odd))
    place = [int(index) for index in np.unravel_index(first, odd.shape)]
    template = templates[0 if count == odd.size else 1 if count == odd.size - first and count > 1 else 2]
    return WrongAnswer(template, name=name, count=count, size=odd.size, place=place)


def number(seen: Any, name: str, kind: str = "float") -> Any:
    """The value of a described Python number of this kind: `float`, `int` or `bool`.

    Raises:
        WrongAnswer: it is something else, such as a tensor of one element.
    """
    got = kind_of(seen)
    value = seen.get("value")
    if got == kind and type(value).__name__ == kind:
        return value
    if kind == "float" and got == "numpy.float64" and type(seen.get("array")) is np.ndarray and seen["array"].size == 1:
        return float(seen["array"].real.item())  # it is a Python float by inheritance
    if got == "torch.Tensor":
        raise WrongAnswer(
            "{name} is a torch.Tensor, but a Python {kind} is asked; .item() gives it.", name=name, kind=kind
        )
    raise WrongAnswer("{name} is {got}, but a Python {kind} is asked.", name=name, got=_with_article(got), kind=kind)


def items(seen: Any, name: str, *, length: int | None = None, kinds: Sequence[str] = ("list", "tuple")) -> list[Any]:
    """The described items of a described list or tuple.

    Raises:
        WrongAnswer: it is something else, or of another length.
    """
    got = kind_of(seen)
    if got not in kinds:
        asked = _one_of([_with_article(kind) for kind in kinds])
        raise WrongAnswer("{name} is {got}, but {asked} is asked.", name=name, got=_with_article(got), asked=asked)
    found = seen.get("items")
    if type(found) is not list:
        raise Invalid("What came back describes no value.")
    if length is not None and len(found) != length:
        raise WrongAnswer("{name} has {got} items, but {asked} are asked.", name=name, got=len(found), asked=length)
    return found


def image(
    seen: Any, name: str, *, modes: Sequence[str] | None = ("RGB",), size: Sequence[int] | None = None
) -> np.ndarray:
    """The pixels of a described PIL image, after its kind, mode and size were looked at.

    Args:
        seen: what `describe` gave.
        name: the value as a student would write it, such as `ants[0][0]`.
        modes: the modes that will do; None for any.
        size: the `(height, width)` it must have.

    Raises:
        WrongAnswer: it is not as asked; the message says how.
    """
    kind = kind_of(seen)
    if kind != "PIL.Image":
        raise WrongAnswer("{name} is {got}, but a PIL image is asked.", name=name, got=_with_article(kind))
    pixels, mode = seen.get("array"), seen.get("mode")
    if type(pixels) is not np.ndarray or pixels.dtype.kind not in "biuf" or type(mode) is not str:
        raise Invalid("What came back describes no value.")
    if pixels.ndim not in (2, 3) or (mode == "RGB" and pixels.shape[2:] != (3,)):
        raise Invalid("What came back describes no value.")
    if modes is not None and mode not in modes:
        raise WrongAnswer(
            "{name} has mode {got}, but {asked} is asked.", name=name, got=mode[:MAX_SHOWN], asked=_one_of(modes)
        )
    if size is not None and pixels.shape[:2] != tuple(size):
        raise WrongAnswer(
            "{name} is {got} pixels (height, width), but {asked} is asked.",
            name=name, got=pixels.shape[:2], asked=tuple(size),
        )
    return pixels


def plain_array(value: Any, name: str, *, shape: Sequence[int] | None = None) -> np.ndarray:
    """An array that a probe gave back as it is, in the shape that is asked.

    Raises:
        Invalid: it is no array.
        WrongAnswer: it has another shape.
    """
    if type(value) is not np.ndarray:
        raise Invalid("What came back for {name} is no array.", name=name)
    if shape is not None:
        assert_shape(value.shape, shape, name)
    return value


def plain_list(value: Any, name: str, *, length: int | None = None) -> list[Any]:
    """A list that a probe gave back as it is, of the length that the probe makes.

    Raises:
        Invalid: it is no list, or of another length.
    """
    if type(value) is not list or (length is not None and len(value) != length):
        raise Invalid("What came back for {name} is no list.", name=name)
    return value


def plain_dict(value: Any, name: str) -> Any:
    """A dict that a probe gave back as it is; a field that it lacks ends the check as invalid.

    Raises:
        Invalid: it is no dict.
    """
    if not isinstance(value, dict):
        raise Invalid("What came back for {name} has no fields.", name=name)
    return value


def plain(value: Any, name: str, *kinds: type) -> Any:
    """A bool, int, float, str or None that a probe gave back as it is.

    Raises:
        Invalid: it is of another type.
    """
    if type(value) not in kinds:
        raise Invalid("What came back for {name} is of the wrong type.", name=name)
    return value


def _with_article(kind: str) -> Message:
    if kind == "None":
        return Message("{kind}", {"kind": kind})
    return Message("an {kind}" if kind[:1] in "aeiou" else "a {kind}", {"kind": kind})


def _one_of(words: Sequence[object]) -> object:
    """`a`, `a or b`, `a or b or c`."""
    found, *others = words
    for other in others:
        found = Message("{one} or {other}", {"one": found, "other": other})
    return found
