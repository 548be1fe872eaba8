"""Draw the small picture set of ex06: seven ants and five bees, as PNG files.

    python datasets/make_ants_bees.py [FOLDER]

writes FOLDER/train/ants/*.png and FOLDER/train/bees/*.png; FOLDER is `datasets/ants_bees` unless given.
The seed is fixed, so each run draws the same pictures. Needs NumPy and Pillow.
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

SEED = 20
COUNTS = {"ants": 7, "bees": 5}
SIZES = ((32, 24), (40, 32), (48, 36), (56, 40), (64, 48))
FINER = 4
"""Pictures are drawn this many times larger, then shrunk: that makes smooth edges."""


def main(folder):
    """Write the whole set into the folder, in place of what a former run wrote."""
    rng = np.random.default_rng(SEED)
    for label, count in COUNTS.items():
        place = folder / "train" / label
        place.mkdir(parents=True, exist_ok=True)
        for old in place.glob("*.png"):
            old.unlink()
        for number in range(count):
            size = SIZES[int(rng.integers(len(SIZES)))]
            DRAW[label](rng, size).save(place / f"{label[:-1]}_{number:02d}.png", compress_level=9)


def ant(rng, size):
    """A dark ant on sand: head, thorax and abdomen in a row, six bent legs, two feelers."""
    width, height, unit = _measures(size)
    image = Image.new("RGB", (width, height), _near(rng, (222, 196, 150)))
    draw = ImageDraw.Draw(image)
    x, y = _middle(rng, width, height)
    body = _near(rng, (60, 34, 24))
    line = max(2, round(0.35 * unit))
    for side in (-1, 1):
        for step in (-1, 0, 1):
            knee = (x + 2.2 * unit * step, y + side * 2.4 * unit)
            foot = (x + 3.4 * unit * step, y + side * 4.4 * unit)
            draw.line([(x + unit * step * 0.6, y), knee, foot], fill=body, width=line)
        draw.line([(x + 3 * unit, y), (x + 5.2 * unit, y + side * 2 * unit)], fill=body, width=line)
    for at, wide, high in ((-3.4, 2.2, 1.7), (0, 1.5, 1.0), (2.8, 1.3, 1.2)):
        _ellipse(draw, x + at * unit, y, wide * unit, high * unit, body)
    return _shrunk(image, size)


def bee(rng, size):
    """A striped bee over grass: a round body, yellow and black by turns, under two pale wings."""
    width, height, unit = _measures(size)
    image = Image.new("RGB", (width, height), _near(rng, (96, 150, 84)))
    draw = ImageDraw.Draw(image)
    x, y = _middle(rng, width, height)
    yellow, black = _near(rng, (244, 200, 40)), _near(rng, (30, 26, 22))
    for at in (-0.8, 1.4):
        _ellipse(draw, x + at * unit, y - 3 * unit, 1.5 * unit, 2.3 * unit, _near(rng, (226, 236, 244)))
    stripes = 7
    for stripe in range(stripes):
        # Each stripe is a slice of the body's ellipse, as a polygon.
        ends = np.linspace(-1, 1, stripes + 1)[stripe : stripe + 2]
        along = np.linspace(ends[0], ends[1], 12)
        half = np.sqrt(np.clip(1 - along**2, 0, None))
        upper = [(x + 4 * unit * a, y - 2.4 * unit * h) for a, h in zip(along, half, strict=True)]
        lower = [(x + 4 * unit * a, y + 2.4 * unit * h) for a, h in zip(along, half, strict=True)]
        draw.polygon(upper + lower[::-1], fill=(yellow, black)[stripe % 2])
    _ellipse(draw, x + 4.2 * unit, y, 1.3 * unit, 1.3 * unit, black)
    return _shrunk(image, size)


DRAW = {"ants": ant, "bees": bee}


def _measures(size):
    width, height = FINER * size[0], FINER * size[1]
    return width, height, height / 12


def _middle(rng, width, height):
    return width * rng.uniform(0.46, 0.54), height * rng.uniform(0.46, 0.56)


def _near(rng, colour):
    return tuple(int(value) for value in np.clip(np.array(colour) + rng.integers(-12, 13, 3), 0, 255))


def _ellipse(draw, x, y, wide, high, colour):
    draw.ellipse([x - wide, y - high, x + wide, y + high], fill=colour)


def _shrunk(image, size):
    return image.resize(size, Image.Resampling.BOX)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "ants_bees")
