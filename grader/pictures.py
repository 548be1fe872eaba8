"""Arrays as small PNG pictures inside a page: heat maps and images."""

import base64
import io

import numpy as np

SCALE = np.array([(68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)], dtype=float)
"""From low to high; its brightness rises evenly, so it also reads without colours."""
DIFFERENCE = np.array([(33, 102, 172), (247, 247, 247), (178, 24, 43)], dtype=float)
"""From too low over right to too high."""
ODD = (255, 0, 255)
"""NaN and infinity."""


def heat_map(values: np.ndarray, low: float, high: float, colours: np.ndarray = SCALE) -> str:
    """A picture of a 2-D array, a pixel a value, as a data URL."""
    # Halves, since the difference of two floats may be too large for one.
    share = np.clip((np.nan_to_num(values) / 2 - low / 2) / ((high / 2 - low / 2) or 1), 0, 1) * (len(colours) - 1)
    places = np.arange(len(colours))
    pixels = np.stack([np.interp(share, places, colours[:, channel]) for channel in range(3)], axis=-1)
    pixels[~np.isfinite(values)] = ODD
    return _data_url(pixels.round().astype(np.uint8))


def image(values: np.ndarray) -> str:
    """A picture of (height, width, 3 or 4) values of 0 to 1, as a data URL."""
    return _data_url((np.clip(values, 0, 1) * 255).round().astype(np.uint8))


def _data_url(pixels: np.ndarray) -> str:
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
