"""Checks of ex07: each transform on pictures drawn for this run, as PIL images, arrays and tensors."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.comparison import compare
from grader.errors import WrongAnswer
from grader.expect import image, kind_of, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = (
    "torch", "torchvision", "torchvision.transforms.v2", "PIL.BmpImagePlugin", "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.PpmImagePlugin",
)  # fmt: skip


@probe
def as_tensor(submission, pixels, as_image):
    import numpy
    from PIL import Image

    from grader.worker.describe import describe

    given = Image.fromarray(pixels) if as_image else pixels
    came = describe(submission.to_tensor(given))
    return {"tensor": came, "given": numpy.array(given)}


@probe
def normalized(submission, values, mean, std):
    import torch

    from grader.worker.describe import describe

    given = torch.tensor(values, dtype=torch.float32)
    came = describe(submission.normalize(given, mean, std))
    return {"tensor": came, "given": given}


@probe
def resized(submission, pixels, sizes):
    """One PIL image in several sizes."""
    import numpy
    from PIL import Image

    from grader.worker.describe import describe

    given = Image.fromarray(pixels)
    came = [describe(submission.resize(given, tuple(size))) for size in sizes]
    return {"images": came, "given": numpy.array(given)}


@probe
def resized_tensor(submission, values, sizes):
    """One tensor in several sizes."""
    import torch

    from grader.worker.describe import describe

    given = torch.tensor(values, dtype=torch.float32)
    came = [describe(submission.resize(given, tuple(size))) for size in sizes]
    return {"tensors": came, "given": given}


@probe
def crops(submission, picture, as_image, size, count):
    """Several crops of one picture: pixels `(H, W, 3)` for a PIL image, values `(C, H, W)` for a tensor."""
    import numpy
    import torch
    from PIL import Image

    from grader.worker.describe import describe

    given = Image.fromarray(picture) if as_image else torch.tensor(picture, dtype=torch.float32)
    came = [describe(submission.random_crop(given, tuple(size))) for _ in range(count)]
    return {"crops": came, "given": numpy.array(given)}


@probe
def piped(submission, pixels, settings):
    """Build every pipeline first, then send the picture through each, twice."""
    import numpy
    from PIL import Image

    from grader.worker.describe import describe

    given = Image.fromarray(pixels)
    pipelines = [submission.build_pipeline(tuple(size), mean, std) for size, mean, std in settings]
    kinds = [{"callable": callable(pipeline), "kind": describe(pipeline)} for pipeline in pipelines]
    came = [
        [describe(pipeline(given)) for _ in "12"] if kind["callable"] else []
        for pipeline, kind in zip(pipelines, kinds, strict=True)
    ]
    return {"kinds": kinds, "tensors": came, "given": numpy.array(given)}


def _numbers(rng, count, low, high):
    return [float(value) for value in rng.uniform(low, high, count)]


def _sides(rng, low=4, high=9):
    """Two different lengths."""
    height, width = rng.choice(np.arange(low, high), 2, replace=False)
    return int(height), int(width)


def _unchanged(came, given, name):
    if given.dtype == np.uint8:
        assert_close(came["given"], given, name, rtol=0, atol=0, picture=True)
    else:
        assert_close(came["given"], given, name, picture=True)


def _assert_scaled(seen, pixels, name):
    """A tensor of pixels / 255, with the mistakes that people make named."""
    height, width, channels = pixels.shape
    got = tensor(seen, name, shape=None)
    require(
        got.shape != (height, width, channels),
        "{name} has shape {got}: the channel still stands last. (C, H, W) is asked.", name=name, got=got.shape,
    )
    got = tensor(seen, name, shape=(channels, height, width))
    want = pixels.transpose(2, 0, 1) / 255
    require(
        channels == 1 or not np.allclose(got, pixels.reshape(channels, height, width) / 255),
        "{name} holds the pixels cut into other rows, as reshape does; the channel must move to the front.", name=name,
    )
    require(not np.allclose(got, want * 255), "{name} still holds values up to 255; [0, 1] is asked.", name=name)
    assert_close(got, want, name, picture=True)


@check(
    points=1,
    function="to_tensor",
    hint=(
        "Where does the channel stand before, and where after? What is the largest value a pixel can have?",
        (
            "A picture has the channel last, a tensor first: the dimension moves, as permute does; reshape cuts "
            "the pixels anew. A pixel goes up to 255, also in a dark picture."
        ),
        (
            "torchvision's ToTensor is a class: make the object first, then call it on the picture. By hand: move"
            " the channel, make it float32, divide by 255."
        ),
    ),
)
def test_to_tensor_takes_pil_images(student, rng):
    """to_tensor makes float32 (C, H, W) in [0, 1] of a PIL image"""
    height, width = _sides(rng)
    # The second picture is dark: none of its pixels comes near 255.
    for brightest in (256, 120):
        pixels = rng.integers(0, brightest, (height, width, 3), dtype=np.uint8)
        came = plain_dict(student.call(as_tensor, pixels, True), "to_tensor")
        name = f"to_tensor(image) for an image of height {height} and width {width}"
        _assert_scaled(came["tensor"], pixels, name)
        _unchanged(came, pixels, "the image after to_tensor(image)")


@check(
    points=1,
    function="to_tensor",
    hint=(
        "Does the same happen to an array as to a PIL image, the division too? Does anything say that C is 3?",
        (
            "Going through an RGB image loses every other number of channels, `.T` swaps height and width, and a "
            "division in NumPy gives float64."
        ),
        (
            "Treat an array like a picture: channel to the front by naming the order of all three dimensions, "
            "then float32, then 255. ToTensor does all that for uint8 arrays too."
        ),
    ),
)
def test_to_tensor_takes_arrays(student, rng):
    """to_tensor does the same with a uint8 array (H, W, C), for any C"""
    for channels in (3, 1, 4, 6):
        height, width = _sides(rng, 7, 12)
        pixels = rng.integers(0, 256, (height, width, channels), dtype=np.uint8)
        came = plain_dict(student.call(as_tensor, pixels, False), "to_tensor")
        _assert_scaled(came["tensor"], pixels, f"to_tensor(image) for an array {pixels.shape}")
        _unchanged(came, pixels, "the array after to_tensor(image)")


@check(
    points=1.5,
    function="normalize",
    hint=(
        "Each channel has its own mean and deviation. Along which dimension does broadcasting lay C numbers?",
        (
            "Broadcasting lines up the last dimension, so C numbers by hand first need the shape (C, 1, 1). "
            "Normalize does it for you. Mind the brackets: shift first, then scale."
        ),
        (
            "Make the transform with the mean and std that were given, in this order, then call it on the image. "
            "It is not clipped; in-place methods would change the caller's."
        ),
    ),
)
def test_normalize_works_by_channel(student, rng):
    """normalize gives (x − mean) / std for each channel, and leaves its argument alone"""
    # Where W is C too, numbers laid along the columns fit and nothing complains.
    for shape in ((3, 5, 4), (3, 4, 3), (1, 2, 5), (4, 4, 4)):
        values, mean, std = rng.uniform(0, 1, shape), _numbers(rng, shape[0], 0.1, 0.9), _numbers(rng, shape[0], 0.1, 3)
        came = plain_dict(student.call(normalized, values, mean, std), "normalize")
        name = f"normalize(image, mean, std) for an image {shape}"
        got = tensor(came["tensor"], name, shape=shape)
        m, s = (np.array(numbers)[:, None, None] for numbers in (mean, std))
        require(not np.allclose(got, (values - m) / s**2), "{name} is divided by std² instead of std.", name=name)
        require(not np.allclose(got, values - m / s), "{name} is x − mean / std: mind the brackets.", name=name)
        along = (values - np.array(mean)) / np.array(std) if shape[2] == shape[0] > 1 else None
        require(
            along is None or not np.allclose(got, along),
            "{name} took mean and std along the columns instead of the channels.", name=name,
        )
        assert_close(got, (values - m) / s, name)
        assert_close(came["given"], values, "image after normalize(image, mean, std)")


class Blocks:
    """A picture of 3 × 3 blocks, each of one colour: after any stretching, each block's middle has its colour.

    However a picture is interpolated, a pixel looks at most three pixels far (Lanczos), or three pixels of the
    smaller picture when it shrinks. Blocks have 20 or more, no side shrinks to less than half, and values are
    looked at between 0.4 and 0.6 of a block: eight away from its border. Only Lanczos has as much as 0.3 % of
    its weight beyond 2.5 pixels, and rounding to whole pixels moves a place by one at most.
    """

    def __init__(self, rng, channels=3):
        self.edges = [np.cumsum([0, *rng.integers(20, 33, 3)]) for _ in "yx"]
        self.colours = rng.integers(0, 256, (3, 3, channels), dtype=np.uint8)
        rows, columns = (np.repeat(np.arange(3), np.diff(edges)) for edges in self.edges)
        self.pixels = self.colours[rows][:, columns]
        self.size = self.pixels.shape[:2]

    def sizes(self, rng):
        """Two sizes to stretch to: a tall one, and a wide one that is larger."""
        height, width = self.size
        return [
            [height + int(rng.integers(5, 40)), width // 2 + int(rng.integers(2, 8))],
            [height // 2 + int(rng.integers(2, 8)), width + int(rng.integers(5, 40))],
        ]

    def middles(self, got):
        """The colours in the middles of the blocks, `(3, 3, C)`, of an array `(height, width, C)`."""
        return self._inside(got, (0.5,))

    def _inside(self, got, shares):
        rows, columns = (
            ((edges[:-1, None] + np.diff(edges)[:, None] * shares).reshape(-1) * length / edges[-1]).astype(int)
            for edges, length in zip(self.edges, got.shape[:2], strict=True)
        )
        return got[rows][:, columns]

    def assert_shown(self, got, name):
        """An array `(height, width, C)` on the scale 0 … 255 shows the blocks, stretched to its size."""
        shown = self._inside(got, (0.4, 0.5, 0.6)).astype(float)
        want = np.repeat(np.repeat(self.colours, 3, axis=0), 3, axis=1).astype(float)
        off = np.abs(shown - want).max(axis=2) > 4
        row, column = (int(index) // 3 for index in np.argwhere(off)[0]) if off.any() else (0, 0)
        if off.any():
            raise WrongAnswer(
                "{name} does not show the whole picture, stretched to fit: of its 3 × 3 blocks of colour, the one in "
                "row {row} and column {column} is not where it should be, or has another colour. Are all parts there, "
                "each in its place, and is nothing added?",
                name=name, row=row, column=column,
            ).beside(compare(got / 255, self._stretched(*got.shape[:2]) / 255, name, picture=True))

    def _stretched(self, height, width):
        """The blocks in this size, with sharp edges."""
        rows, columns = (
            np.searchsorted(edges[1:-1], (np.arange(length) + 0.5) * edges[-1] / length, side="right")
            for edges, length in zip(self.edges, (height, width), strict=True)
        )
        return self.colours[rows][:, columns].astype(float)


@check(
    points=1,
    function="resize",
    hint=(
        "PIL wants (width, height). And does the picture keep its proportions, or does it fill the size?",
        (
            "transforms.Resize takes (height, width) and fills it; with one number it keeps the proportions. "
            "PIL's own resize takes the width first, thumbnail changes the caller's."
        ),
        (
            "Make a Resize of both sides and call it on the picture; hand the result on as it comes. With PIL's "
            "own method the two numbers change places."
        ),
    ),
)
def test_resize_stretches_pil_images(student, rng):
    """resize stretches a PIL image to (height, width) and gives a PIL image"""
    blocks = Blocks(rng)
    sizes = blocks.sizes(rng)
    came = plain_dict(student.call(resized, blocks.pixels, sizes), "resize")
    for size, seen in zip(sizes, plain_list(came["images"], "resize", length=2), strict=True):
        name = f"resize(image, {tuple(size)}) of {blocks.size} pixels"
        blocks.assert_shown(image(seen, name, size=size), name)
    _unchanged(came, blocks.pixels, "the image after resize(image, size)")


@check(
    points=1,
    function="resize",
    hint=(
        "What does resize get and give back when it is handed a tensor? Which of its dimensions are to change?",
        (
            "Resize takes a tensor (C, H, W) as it takes a PIL image, and gives a tensor back. Only the last two "
            "dimensions change. reshape would cut the numbers, not stretch them."
        ),
        (
            "The same call serves both kinds. F.interpolate wants a batch: if you add a dimension in front for "
            "it, take it off again afterwards."
        ),
    ),
)
def test_resize_stretches_tensors(student, rng):
    """resize stretches a tensor (C, H, W) to (C, height, width) and gives a tensor"""
    for channels in (3, 1):
        blocks = Blocks(rng, channels)
        sizes, values = blocks.sizes(rng), blocks.pixels.transpose(2, 0, 1) / 255
        came = plain_dict(student.call(resized_tensor, values, sizes), "resize")
        for size, seen in zip(sizes, plain_list(came["tensors"], "resize", length=2), strict=True):
            name = f"resize(image, {tuple(size)}) of a tensor {values.shape}"
            got = tensor(seen, name, shape=(channels, *size))
            blocks.assert_shown(255 * got.transpose(1, 2, 0), name)
        _unchanged(came, values, "the tensor after resize(image, size)")


class Source:
    """A picture of noise to cut from, as pixels for PIL or as values for a tensor."""

    def __init__(self, rng, height, width, channels=None):
        self.as_image = channels is None
        self.kind = "a PIL image" if self.as_image else "a tensor"
        self.size = (height, width)
        if self.as_image:
            self.given = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
            self.picture = self.given.astype(float)
        else:
            self.given = rng.uniform(0, 1, (channels, height, width))
            self.picture = self.given.transpose(1, 2, 0)

    def crops(self, student, size, count):
        """The student's crops, each `(height, width, C)`, after their kinds and shapes were looked at."""
        came = plain_dict(student.call(crops, self.given, self.as_image, list(size), count), "random_crop")
        name = f"random_crop(image, {tuple(size)})"
        got = []
        for seen in plain_list(came["crops"], name, length=count):
            if self.as_image:
                got.append(image(seen, name, size=size).astype(float))
            else:
                got.append(tensor(seen, name, shape=(self.given.shape[0], *size)).transpose(1, 2, 0))
        _unchanged(came, self.given, f"image after {name}")
        return got

    def places(self, crops, size):
        """Where in the picture each crop begins, from top and left; None for one that is no window of it.

        A place before 0 is one where the side was lengthened. It was where the picture is shorter than the window,
        and the whole side is seen then, wherever the copies of its edge were put.
        """
        offsets = [
            range(have - want + 1) if have >= want else range(have - want, 1)
            for have, want in zip(self.size, size, strict=True)
        ]
        tops, lefts = (np.repeat(offsets[0], len(offsets[1])), np.tile(offsets[1], len(offsets[0])))
        rows = np.clip(tops[:, None] + np.arange(size[0]), 0, self.size[0] - 1)
        columns = np.clip(lefts[:, None] + np.arange(size[1]), 0, self.size[1] - 1)
        windows = self.picture[rows[:, :, None], columns[:, None, :]]
        found = []
        for crop in crops:
            same = np.flatnonzero(np.abs(windows - crop).max(axis=(1, 2, 3)) < 1e-5)
            found.append((int(tops[same[0]]), int(lefts[same[0]])) if same.size else None)
        return found


@check(
    points=1,
    function="random_crop",
    hint=(
        (
            "A window is rows top … top + height of all columns left … left + width: which of these is the first "
            "number of size?"
        ),
        (
            "Sizes are (height, width): rows first. What comes in decides what goes out, PIL or tensor. The "
            "window is cut at the picture's own scale, not stretched."
        ),
        (
            "transforms.RandomCrop takes the pair and both kinds of picture. By hand: draw top and left, then "
            "take neighbouring rows and columns: board[:, 3:7, 2:5]."
        ),
    ),
)
def test_random_crop_cuts_a_window(student, rng):
    """random_crop cuts a window (height, width) out of a PIL image or a tensor"""
    for channels in (None, 3, 1):
        source = Source(rng, *_sides(rng, 8, 14), channels)
        # The last window is the whole picture.
        for size in (_sides(rng, 2, 8), source.size):
            require(
                None not in source.places(source.crops(student, size, 8), size),
                "random_crop(image, {size}) of {kind} of {have} (height, width) is no window of it: its values stand "
                "nowhere in the picture in this arrangement.",
                size=size, kind=source.kind, have=source.size,
            )


@check(
    points=1,
    function="random_crop",
    hint=(
        (
            "How many places are there from top to bottom, and how many from left to right? Can each of them be "
            "drawn, the last one too, and independently?"
        ),
        (
            "A side of 6 has 6 − 4 + 1 = 3 places for a window of 4. torch.randint and NumPy leave their upper "
            "number out, random.randint includes it. Rounding a float is not even."
        ),
        (
            "Draw top and left apart, each over all its places, anew in each call and without a seed; or leave it"
            " to RandomCrop."
        ),
    ),
)
def test_random_crop_draws_every_window_equally(student, rng):
    """random_crop draws each window equally often"""
    height, width = _sides(rng, 2, 5)
    source = Source(rng, height + 2, width + 3, 1)
    # 3 × 4 windows, 1800 crops: 150 for each, with deviation √(1800 · 1/12 · 11/12) = 11.7. Six of these are
    # 70; one of the 12 windows lands beyond that once in 10⁷ (the binomial's exact tails).
    count, windows = 1800, 12
    places = source.places(source.crops(student, (height, width), count), (height, width))
    require(
        None not in places,
        "random_crop(image, {size}) of a tensor of {have} (height, width) is no window of it.",
        size=(height, width), have=source.size,
    )
    for top in range(3):
        for left in range(4):
            times = places.count((top, left))
            require(
                abs(times - count / windows) <= 70,
                "Of {count} windows {size} cut out of a picture {have}, {times} began at row {top} and column {left}; "
                "with {windows} windows equally likely, about {want} are expected.",
                count=count, size=(height, width), have=source.size, times=times, top=top, left=left,
                windows=windows, want=count // windows,
            )


@check(
    points=1,
    function="random_crop",
    held_back=True,
    hint=(
        "What stands in the new pixels when a side is too short, and what happens to the other side?",
        (
            "The notes' RandomCrop has two settings for this: one that pads only where needed, one that says what"
            " the new pixels hold. Black, a mirror image or stretching is not it."
        ),
        (
            "Set both: padding if needed is on, and the mode is the edge. By hand, a row (4, 6) made three long "
            "is (4, 4, 6) or (4, 6, 6); a long side is left alone."
        ),
    ),
)
def test_random_crop_lengthens_a_short_side(student, rng):
    """random_crop lengthens a side that is too short with its edge pixels, and only that side"""
    for channels in (None, 3):
        for have, size in (((4, 12), (7, 6)), ((13, 5), (6, 9)), ((3, 4), (8, 6))):
            source = Source(rng, *have, channels)
            places = source.places(source.crops(student, size, 25), size)
            require(
                None not in places,
                "random_crop(image, {size}) of {kind} of {have} (height, width) is not the picture with its edge "
                "pixels repeated where it is too short, and a window cut out where it is not.",
                size=size, kind=source.kind, have=have,
            )
            # A long side has 7 or 8 windows: 25 draws are all the same once in 7²⁴.
            for axis in (0, 1):
                require(
                    have[axis] <= size[axis] or len({place[axis] for place in places if place}) > 1,
                    "random_crop(image, {size}) of a picture {have} cuts the long side at the same place each time.",
                    size=size, have=have,
                )


@check(
    points=1.5,
    function="build_pipeline",
    hint=(
        "Three steps: what does each take, and what does it give? And do two pipelines keep their own settings?",
        (
            "Compose takes a list of transforms and is called like one; a bare list cannot be called. Normalize "
            "needs a tensor, so it cannot come before the step that makes one."
        ),
        (
            "Put three transforms made from this call's own size, mean and std into the list: stretch, convert, "
            "normalize. Settings kept in globals would be the last caller's."
        ),
    ),
)
def test_pipeline_resizes_converts_and_normalizes(student, rng):
    """build_pipeline gives a callable that takes a PIL image to a resized, normalized tensor"""
    blocks = Blocks(rng)
    settings = [[size, _numbers(rng, 3, 0.2, 0.8), _numbers(rng, 3, 0.2, 0.8)] for size in blocks.sizes(rng)]
    came = plain_dict(student.call(piped, blocks.pixels, settings), "build_pipeline")
    kinds = plain_list(came["kinds"], "build_pipeline", length=2)
    twice = plain_list(came["tensors"], "build_pipeline", length=2)
    for kind, results, (size, mean, std) in zip(kinds, twice, settings, strict=True):
        kind = plain_dict(kind, "build_pipeline")
        require(
            kind["callable"] is True,
            "build_pipeline(size, mean, std) is of type {kind}, which cannot be called.", kind=kind_of(kind["kind"]),
        )
        name = f"build_pipeline({tuple(size)}, mean, std)(image)"
        for seen in plain_list(results, name, length=2):
            got = tensor(seen, name, shape=(3, *size)).transpose(1, 2, 0)
            _assert_all_steps(blocks.middles(got), blocks.colours, np.array(mean), np.array(std), name)
            blocks.assert_shown(255 * (got * np.array(std) + np.array(mean)), f"{name}, taken back by mean and std,")
    _unchanged(came, blocks.pixels, "the image after the pipeline")


def _assert_all_steps(shown, colours, mean, std, name):
    """The colours are not those of a pipeline that left out a step."""
    require(
        not np.allclose(shown, colours / 255, atol=0.02),
        "{name} is not normalized: its values are those of the picture itself.", name=name,
    )
    require(
        not np.allclose(shown, (colours - mean) / std, rtol=0.02, atol=5),
        "{name} was not scaled to [0, 1] before mean and std were applied.", name=name,
    )
