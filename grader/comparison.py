"""What came beside what was expected, as plain data: small enough to keep and to show."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

MAX_VALUES = 4096
"""Of an array, and of a picture's pixels; a larger one is thinned out."""
CHANNELS = (3, 4)

Number = float | str
"""A JSON number, or `nan`, `inf`, `-inf`, which JSON does not have."""


@dataclass(frozen=True)
class Part:
    """An array, or the part of it that is shown."""

    whole: tuple[int, ...]
    """The shape of the whole array."""
    at: tuple[int, ...]
    """The leading indices of the part; none where the whole is shown."""
    step: int
    """1, or n where only every n-th row and column is kept."""
    shape: tuple[int, ...]
    values: tuple[Number, ...]
    """Row by row."""

    def array(self) -> np.ndarray:
        """The part as an array of floats."""
        return np.array([float(value) for value in self.values]).reshape(self.shape)


@dataclass(frozen=True)
class Comparison:
    """Two arrays to look at side by side."""

    name: str
    got: Part
    want: Part
    rtol: float = 0.0
    atol: float = 0.0
    """What the two may differ by."""
    picture: bool = False
    """Whether they are (height, width, channels) of 0 to 1."""

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> "Comparison":
        """Back from JSON's types."""
        parts = [
            Part(
                tuple(plain[side]["whole"]), tuple(plain[side]["at"]), plain[side]["step"],
                tuple(plain[side]["shape"]), tuple(plain[side]["values"]),
            )
            for side in ("got", "want")
        ]  # fmt: skip
        return cls(plain["name"], parts[0], parts[1], plain["rtol"], plain["atol"], plain["picture"])


def compare(
    got: np.ndarray,
    want: np.ndarray,
    name: str,
    place: Sequence[int] = (),
    *,
    rtol: float = 0.0,
    atol: float = 0.0,
    picture: bool = False,
) -> Comparison | None:
    """Both arrays, cut down to what can be shown; None where the message alone says it all.

    Args:
        got: what came, of real numbers.
        want: what was expected, of real numbers.
        name: the value as a student would write it.
        place: where the two differ first; of more than two dimensions this slice is shown.
        rtol: what may differ in proportion.
        atol: what may differ beside that.
        picture: both are images, (H, W), (H, W, C) or (C, H, W), of 0 to 1 or of uint8.
    """
    if max(got.size, want.size) < 2:
        return None
    if picture:
        images = as_picture(got), as_picture(want)
        if images[0] is not None and images[1] is not None:
            parts = (
                replace(_part(images[0], (), channels=True), whole=got.shape),
                replace(_part(images[1], (), channels=True), whole=want.shape),
            )
            return Comparison(name, *parts, rtol, atol, picture=True)
    return Comparison(name, _part(got, place if got.shape == want.shape else ()), _part(want, place), rtol, atol)


def as_picture(values: np.ndarray) -> np.ndarray | None:
    """(height, width, 3 or 4) of 0 to 1; None where that cannot be made of it."""
    shown = values / 255 if values.dtype == np.uint8 else values.astype(np.float64)
    # Channels stand last in PIL's pixels, first in a tensor; where both sides would do, the dtype decides.
    tensor = values.dtype != np.uint8 or shown.shape[-1:] not in ((3,), (4,))
    if shown.ndim == 3 and tensor and shown.shape[0] in (1, *CHANNELS):
        shown = shown.transpose(1, 2, 0)
    if shown.ndim == 3 and shown.shape[2] == 1:
        shown = shown[:, :, 0]
    if shown.ndim == 2:
        shown = np.repeat(shown[:, :, None], 3, axis=2)
    if shown.ndim != 3 or shown.shape[2] not in CHANNELS or not shown.size:
        return None
    return np.clip(np.nan_to_num(shown), 0, 1)


def _part(values: np.ndarray, place: Sequence[int], *, channels: bool = False) -> Part:
    extra = 0 if channels else max(0, values.ndim - 2)
    at = tuple(int(index) for index in (*place, *[0] * extra)[:extra]) if values.size else ()
    kept = values[at] if at else values
    step = 1
    while math.prod(math.ceil(side / step) for side in kept.shape[:2]) > MAX_VALUES:
        step += 1
    if kept.ndim:  # of an array without axes that holds an object, indexing gives the object
        kept = kept[(slice(None, None, step),) * min(kept.ndim, 2)]
    return Part(values.shape, at, step, kept.shape, tuple(_plain(value) for value in kept.ravel().tolist()))


def _plain(value: float) -> Number:
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else str(value)
    return int(value)
