"""Checks of ex09: what TensorBoard's own reader finds in the folders that the student's functions wrote to."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import plain, plain_array, plain_dict, plain_list, require
from grader.probe import probe

LIBRARIES = (
    "torch", "torchvision", "torch.utils.tensorboard", "tensorboard.backend.event_processing.event_accumulator",
    "PIL.PngImagePlugin",
)  # fmt: skip


@probe
def logged(submission, log_dir, do):
    """Call `do`, and tell what is in the event files of `log_dir` then, and in which folders new ones came to be.

    Meanwhile event files behave as files do: what was not flushed is not on disk. TensorBoard's own file for use
    without TensorFlow writes each event as a thread gets round to it, so whether the events of a writer that is
    still open are there would be a matter of luck.
    """
    import os

    from tensorboard.summary.writer.record_writer import RecordWriter

    def event_files():
        return {os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names if "tfevents" in name}

    originals = RecordWriter.write, RecordWriter.flush, RecordWriter.close
    held = {}

    def write(self, data):
        held.setdefault(id(self), []).append(data)

    def flush(self):
        for data in held.pop(id(self), []):
            originals[0](self, data)
        originals[1](self)

    def close(self):
        flush(self)
        originals[2](self)

    before = event_files()
    RecordWriter.write, RecordWriter.flush, RecordWriter.close = write, flush, close
    try:
        do()
        found = read(submission, log_dir)
    finally:
        RecordWriter.write, RecordWriter.flush, RecordWriter.close = originals
    found["folders"] = sorted({os.path.relpath(os.path.dirname(path)) for path in event_files() - before})
    return found


@probe
def read(submission, log_dir):
    """All that the event files in `log_dir` itself hold: scalars and images by tag, and the nodes of the graph."""
    import io
    import os

    import numpy
    from PIL import Image
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    from tensorboard.util import tensor_util

    if not os.path.isdir(log_dir):
        return {"scalars": [], "images": [], "nodes": []}
    everything = {"images": 0, "scalars": 0, "tensors": 0}
    events = EventAccumulator(log_dir, size_guidance=everything, purge_orphaned_data=False)
    events.Reload()
    tags = events.Tags()
    scalars = [[tag, [[event.step, event.value] for event in events.Scalars(tag)]] for tag in tags["scalars"]]
    for tag in tags["tensors"]:  # new_style=True
        tensors = [(event.step, tensor_util.make_ndarray(event.tensor_proto)) for event in events.Tensors(tag)]
        numbers = [[step, value.item()] for step, value in tensors if value.size == 1 and value.dtype.kind in "iuf"]
        scalars.append([tag, numbers])
    images = []
    for tag in tags["images"]:
        shown = [(event.step, Image.open(io.BytesIO(event.encoded_image_string))) for event in events.Images(tag)]
        images.append([tag, [[step, numpy.array(image.convert("RGB"))] for step, image in shown]])
    nodes = []
    if tags["graph"]:
        for node in events.Graph().node:
            shapes = node.attr["_output_shapes"].list.shape if "_output_shapes" in node.attr else []
            nodes.append([node.name, node.op, [[dim.size for dim in shape.dim] for shape in shapes]])
    return {"scalars": scalars, "images": images, "nodes": nodes}


@probe
def line(submission, log_dir, settings):
    return logged(submission, log_dir, lambda: submission.log_line(log_dir, *settings))


@probe
def picture(submission, log_dir, calls):
    """Several pictures in one folder."""
    import numpy

    given = [numpy.array(image) for _, image, _ in calls]

    def log():
        for (tag, _, step), image in zip(calls, given, strict=True):
            submission.log_image(log_dir, tag, image, step)

    return {"events": logged(submission, log_dir, log), "given": given}


@probe
def batches(submission, log_dir, images, batch_size, settings):
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    data = TensorDataset(torch.tensor(images, dtype=torch.float32), torch.arange(len(images)))
    loader = DataLoader(data, batch_size=batch_size)
    events = logged(submission, log_dir, lambda: submission.log_batches(log_dir, loader, *settings))
    return {"events": events, "given": data.tensors[0]}


@probe
def graph(submission, log_dir, names, channels, size, outputs, training):
    """The graph of a small network whose layers bear the names given, and what became of the network."""
    import torch
    from torch import nn

    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            self.add_module(names[0], nn.Conv2d(channels[0], channels[1], 3))
            self.add_module(names[1], nn.Linear(channels[1], outputs))

        def forward(self, x):
            x = torch.relu(getattr(self, names[0])(x))
            return getattr(self, names[1])(x.mean(dim=(2, 3)))

    model = Network().train(training)
    example = torch.rand(size[0], channels[0], *size[1:])
    before = {name: value.clone() for name, value in model.state_dict().items()}, example.clone()
    events = logged(submission, log_dir, lambda: submission.log_graph(log_dir, model, example))
    return {
        "events": events,
        "training": [module.training for module in model.modules()],
        "before": list(before[0].values()),
        "after": list(model.state_dict().values()),
        "example": [before[1], example],
    }


def _word(rng):
    return "".join(chr(97 + letter) for letter in rng.integers(0, 26, 8))


def _events(came, kind, tag, name):
    """The events under a tag in the folder: pairs of a step and what was written, by step."""
    came = plain_dict(came, name)
    found = {}
    for pair in plain_list(came[kind], name):
        told, events = plain_list(pair, name, length=2)
        found.setdefault(plain(told, name, str), []).extend(plain_list(events, name))
    require(
        tag in found or not found,
        "{name} left no {kind} under the tag {tag!r} in log_dir. The tags there are {tags}.",
        name=name, kind=kind, tag=tag, tags=", ".join(repr(other[:40]) for other in sorted(found)[:5]),
    )
    _assert_written(came, tag in found, name, kind)
    events = []
    for event in found[tag]:
        step, value = plain_list(event, name, length=2)
        events.append((plain(step, f"a step of {name}", int), value))
    return sorted(events, key=lambda event: event[0])


def _assert_written(came, there, name, what):
    """Something was left in log_dir; if not, the message tells what was made in its place."""
    folders = [plain(folder, name, str)[:60] for folder in plain_list(came["folders"], name)]
    require(there or folders, "{name} made no event file: is there a SummaryWriter?", name=name)
    require(
        there,
        "{name} left no {what} in log_dir by the time it returned. It made an event file in {folders}: was that "
        "log_dir, and was the writer closed or flushed?",
        name=name, what=what, folders=", ".join(folders[:3]),
    )


def _assert_line(came, name, steps):
    events = _events(came, "scalars", "y=x", name)
    got = [step for step, _ in events]
    require(
        got == list(range(steps)),
        "{name} wrote {count} points under 'y=x', at steps {got}; {steps} are asked, at 0 … {last}.",
        name=name, count=len(got), got=_short(got), steps=steps, last=steps - 1,
    )
    values = [plain(value, f"a value of {name}", int, float) for _, value in events]
    assert_close(np.array(values, dtype=float), np.arange(steps, dtype=float), f"the values under 'y=x' of {name}")


def _short(numbers):
    shown = ", ".join(str(number) for number in numbers[:6])
    return f"{shown}, …" if len(numbers) > 6 else shown or "none"


@check(
    points=1.5,
    function="log_line",
    hint=(
        "In which order does add_scalar take value and step? And when does what was added reach the disk?",
        (
            "add_scalar takes tag, value, step; without a step every point is at 0. Events wait in memory until "
            "close() or flush(); `with SummaryWriter(…)` closes by itself."
        ),
        (
            "Give log_dir to the writer, add one point in each round of the loop, under one and the same tag, "
            "spelled as in the task, and close only after the loop."
        ),
    ),
)
def test_line_is_on_disk(student, rng):
    """log_line leaves the value i at each step i under the tag y=x, in log_dir itself"""
    for steps in (int(rng.integers(3, 40)), int(rng.integers(40, 90))):
        log_dir = f"{_word(rng)}/{_word(rng)}"
        _assert_line(student.call(line, log_dir, [steps]), f"log_line(log_dir, {steps})", steps)


@check(
    points=1,
    function="log_line",
    hint=(
        "How many points does the line have when nobody says how many, and where does counting begin?",
        (
            "range(n) begins at 0 and leaves n out, which is what is asked. The default stands in the function's "
            "head; a number typed into the loop ignores it."
        ),
        (
            "Loop over range of the argument `steps` and leave the head as the task has it. With 1 there is a "
            "single point, at step 0."
        ),
    ),
)
def test_line_has_a_hundred_steps(student, rng):
    """log_line writes 100 steps unless told otherwise, and as few as one"""
    _assert_line(student.call(line, _word(rng), []), "log_line(log_dir)", 100)
    _assert_line(student.call(line, _word(rng), [1]), "log_line(log_dir, 1)", 1)


def _picture(rng, height, width):
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def _assert_picture(got, want, name):
    """The picture as it was, up to one step of 255 for a detour through floats."""
    got = plain_array(got, name).astype(float)
    want = want.astype(float)

    def same(other):
        return got.shape == other.shape and bool((np.abs(got - other) <= 1).all())

    for turned, how in (
        (want.transpose(1, 0, 2), "it lies on its side: rows and columns have changed places"),
        (want[::-1], "it stands on its head"),
        (want[:, ::-1], "it is its mirror image"),
        (want[:, :, ::-1], "red and blue have changed places"),
    ):
        require(not same(turned) or same(want), "{name} does not show the picture: {how}.", name=name, how=how)
    require(
        got.shape == want.shape,
        "{name} is {got} pixels high and wide; the picture has {want}.",
        name=name, got=got.shape[:2], want=want.shape[:2],
    )
    off = np.abs(got - want).max(axis=2)
    row, column = (int(index) for index in np.unravel_index(off.argmax(), off.shape))
    require(
        same(want),
        "{name} does not show the picture in its true colours: in row {row}, column {column} it is {got}, not {want}.",
        name=name, row=row, column=column, got=got[row, column].astype(int), want=want[row, column].astype(int),
    )


def _assert_pictures(student, log_dir, calls):
    came = plain_dict(student.call(picture, log_dir, calls), "log_image")
    for tag in dict.fromkeys(tag for tag, _, _ in calls):
        asked = sorted(((step, image) for other, image, step in calls if other == tag), key=lambda pair: pair[0])
        name = f"log_image(log_dir, {tag!r}, image, step)"
        events = _events(came["events"], "images", tag, name)
        steps = [step for step, _ in events]
        require(
            steps == [step for step, _ in asked],
            "{name} called with step {asked} left pictures at steps {got}.",
            name=name, asked=" and ".join(str(step) for step, _ in asked), got=_short(steps),
        )
        for (step, got), (_, image) in zip(events, asked, strict=True):
            _assert_picture(got, image, f"the picture that log_image left under {tag!r} at step {step}")
    for given, (_, image, _) in zip(plain_list(came["given"], "image", length=len(calls)), calls, strict=True):
        assert_close(given, image, "image after log_image", rtol=0, atol=0)


@check(
    points=1.5,
    function="log_image",
    hint=(
        "In which layout does the picture come, which one does add_image expect, and how can you tell it?",
        (
            "The array is (H, W, C), add_image takes (C, H, W) unless `dataformats` says otherwise. reshape and "
            ".T do not do this move; uint8 values need no division."
        ),
        (
            "Name the three letters in the order in which the array has them, or move the channel to the front "
            "with transpose and the places 2, 0, 1. Change nothing in the array."
        ),
    ),
)
def test_image_is_upright_in_true_colours(student, rng):
    """log_image shows the picture upright and in its true colours"""
    height, width = (int(side) for side in rng.choice(np.arange(6, 15), 2, replace=False))
    # Three rows make an array that also passes for (C, H, W); a square one looks right when it lies on its side.
    for shape in ((height, width), (3, width), (height, height)):
        _assert_pictures(student, _word(rng), [[_word(rng), _picture(rng, *shape), int(rng.integers(0, 50))]])


@check(
    points=1,
    function="log_image",
    hint=(
        "What makes two pictures appear under one title, with a slider between them?",
        (
            "Equal tags share one chart, the step is the slider. The step is an argument of add_image, by itself "
            "it is 0; it does not belong into the tag."
        ),
        "Hand tag and step on as they came, nothing typed in, and leave the folder's other files alone.",
    ),
)
def test_image_has_its_tag_and_step(student, rng):
    """log_image uses the tag and the step that it is given"""
    tags = [_word(rng), f"{_word(rng)}/{_word(rng)}"]
    first, second, third = sorted(int(step) for step in rng.choice(np.arange(1, 10000), 3, replace=False))
    calls = [[tags[0], _picture(rng, 5, 8), step] for step in (first, third)]
    _assert_pictures(student, _word(rng), [*calls, [tags[1], _picture(rng, 6, 4), second]])


def _images(rng, count, height, width):
    """Pictures with a black and a white value in each, so that stretching the contrast changes nothing."""
    images = rng.uniform(0, 1, (count, 3, height, width))
    images[:, :, 0, 0], images[:, :, -1, -1] = 0, 1
    return images


def _assert_batches(student, rng, images, batch_size, tag=None):
    came = plain_dict(
        student.call(batches, _word(rng), images, batch_size, [] if tag is None else [tag]), "log_batches"
    )
    name = "log_batches(log_dir, loader)" if tag is None else f"log_batches(log_dir, loader, {tag!r})"
    events = _events(came["events"], "images", tag or "batch", name)
    wanted = [images[start : start + batch_size] for start in range(0, len(images), batch_size)]
    steps = [step for step, _ in events]
    require(
        steps == list(range(len(wanted))),
        "{name} left events at steps {got}; for {count} batches steps {want} are asked.",
        name=name, got=_short(steps), count=len(wanted), want=_short(range(len(wanted))),
    )
    for (step, shown), batch in zip(events, wanted, strict=True):
        shown = plain_array(shown, f"the event at step {step}").astype(float)
        missing = [index for index, image in enumerate(batch) if not _shows(shown, 255 * image.transpose(1, 2, 0))]
        require(
            not missing,
            "{name}: the event at step {step} shows {seen} of the {all} pictures of its batch, each {size} pixels high "
            "and wide; it is {have} itself. All are asked, in their own size and colours.",
            name=name, step=step, seen=len(batch) - len(missing), all=len(batch), size=batch.shape[2:],
            have=shown.shape[:2],
        )
    assert_close(came["given"], images, f"the pictures of the loader after {name}")


def _shows(shown, image):
    """Whether a picture stands somewhere in a larger one, up to a step or two of 255."""
    if shown.ndim != 3 or shown.shape[2] != 3 or (np.array(shown.shape) < image.shape).any():
        return False
    windows = np.lib.stride_tricks.sliding_window_view(shown, image.shape)[:, :, 0]
    near = np.argwhere(np.abs(windows[:, :, 0, 0] - image[0, 0]).max(axis=-1) <= 2)
    return any(bool((np.abs(windows[row, column] - image) <= 2).all()) for row, column in near)


@check(
    points=1.5,
    function="log_batches",
    hint=(
        "One event for each batch: which method takes a whole batch, and which number is its step?",
        (
            "add_images (with an s) takes a batch (N, C, H, W) as it is, add_image one picture. enumerate counts "
            "the rounds of a loop from 0. next(iter(loader)) starts anew each time."
        ),
        (
            "One loop over the loader, counted by enumerate; take the pictures out of the pair, add the whole "
            "batch at the count, under one tag. The writer is made before and closed after."
        ),
    ),
)
def test_batches_have_all_pictures(student, rng):
    """log_batches writes one event for each batch, with all its pictures, at steps 0, 1, 2, …"""
    batch_size, count = int(rng.integers(3, 6)), int(rng.integers(2, 5))
    _assert_batches(student, rng, _images(rng, batch_size * count, 6, 9), batch_size)


@check(
    points=1.5,
    function="log_batches",
    held_back=True,
    hint=(
        "Does anything depend on the number of pictures in a batch, on the last batch being full, or on the tag?",
        (
            "add_images needs no number: it sees how many pictures there are. The tag is an argument with a "
            "default, which stands in the function's head."
        ),
        (
            "Hand on each batch whole, also a short one, with the tag that was given: no slice of the first few, "
            "no size typed in."
        ),
    ),
)
def test_batches_of_any_size(student, rng):
    """log_batches works with a short last batch, with many pictures in a batch and with a tag of one's own"""
    batch_size = int(rng.integers(10, 20))
    _assert_batches(student, rng, _images(rng, 2 * batch_size + int(rng.integers(2, 9)), 7, 5), batch_size, _word(rng))
    _assert_batches(student, rng, _images(rng, 7, 5, 8), 3, f"{_word(rng)}/{_word(rng)}")


def _graph(student, rng, training):
    """Write the graph of a network: what the probe saw, and what the graph must hold."""
    names = [_word(rng), _word(rng)]
    channels = [int(value) for value in rng.integers(2, 8, 2)]
    size, outputs = [int(value) for value in rng.integers(5, 12, 3)], int(rng.integers(13, 99))
    came = plain_dict(
        student.call(graph, _word(rng), names, channels, size, outputs, training), "log_graph"
    )
    events = plain_dict(came["events"], "log_graph")
    nodes = plain_list(events["nodes"], "log_graph")
    _assert_written(events, bool(nodes), "log_graph(log_dir, model, example)", "graph")
    said, shapes = [], []
    for node in nodes:
        name, _, outs = plain_list(node, "the graph", length=3)
        said.append(plain(name, "the graph", str))
        for shape in plain_list(outs, "the graph"):
            shapes.append(tuple(plain(dim, "the graph", int) for dim in plain_list(shape, "the graph")))
    for name in names:
        require(
            any(name in part for part in said),
            "The graph that log_graph left has no node for the model's layer {name!r}: is it the graph of this very "
            "model?",
            name=name,
        )
    _, height, width = size
    for what, shape in (
        ("the example", (channels[0], height, width)),
        ("the convolution's output", (channels[1], height - 2, width - 2)),
        ("the model's output", (outputs,)),
    ):
        # How many examples went through is left open.
        require(
            shape in [other[1:] for other in shapes],
            "In the graph that log_graph left, nothing has a shape that ends in {shape}, as that of {what} does: did "
            "the example go through the model?",
            shape=shape, what=what,
        )
    return came


@check(
    points=1.5,
    function="log_graph",
    hint=(
        "Which method of the writer draws a model, and what does it need beside the model to see the shapes?",
        (
            "add_graph runs an example through the model and notes each operation. Without the example there is "
            "nothing to follow; add_text only writes words."
        ),
        (
            "Give it both arguments of yours: the whole model, not one of its layers, then the example. The "
            "writer goes into log_dir itself and is closed."
        ),
    ),
)
def test_graph_is_the_models(student, rng):
    """log_graph writes the graph of this model, as this example goes through it"""
    _graph(student, rng, False)


@check(
    points=0.5,
    function="log_graph",
    hint=(
        "Looking at a model should leave no traces. In which mode was it before, and in which after?",
        (
            "eval() and train() switch the model and all its layers, and nothing switches them back. add_graph "
            "needs neither."
        ),
        (
            "Hand model and example to the writer as they are. If you must switch, note the flag of every module "
            "before, and put each one back."
        ),
    ),
)
def test_graph_leaves_the_model_alone(student, rng):
    """log_graph leaves the model's mode, its weights and the example as they were"""
    for training in (True, False):
        came = _graph(student, rng, training)
        modes = [plain(mode, "log_graph", bool) for mode in plain_list(came["training"], "log_graph", length=3)]
        require(
            modes == [training] * 3,
            "After log_graph the model is in another mode: its modules' training is {got}, and was {want}.",
            got=modes, want=training,
        )
        before = plain_list(came["before"], "log_graph", length=4)
        for was, now in zip(before, plain_list(came["after"], "log_graph", length=4), strict=True):
            assert_close(now, plain_array(was, "a parameter"), "a parameter of the model after log_graph")
        was, now = plain_list(came["example"], "log_graph", length=2)
        assert_close(now, plain_array(was, "the example"), "the example after log_graph")
