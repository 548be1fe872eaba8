"""TensorBoard: write down what happens in training, and look at it in the browser.

Source: the notes' section *TensorBoard*, with the batch pictures of *DataLoader*.

Training runs for hours and tells little. A `SummaryWriter` writes what you hand it into an *event file*
in a folder; TensorBoard reads the folder and draws it. The two never talk to each other: the file is
all there is.

    writer = SummaryWriter("log")
    writer.add_scalar("loss", 0.7, 3)     # tag, value, step
    writer.close()

and in a terminal `tensorboard --logdir log`. TensorBoard is a package of its own
(`pip install tensorboard`); TensorFlow is not needed.

**Tag and step.** The tag names a chart. What has the same tag lands in the same chart, one point (or
picture) for each step: the step is the x-axis, or the slider over a picture. Each writer makes a new
file; files in one folder are shown together, so old runs stay in view until you delete their files or
choose another folder.

| method | takes | shows |
| --- | --- | --- |
| `add_scalar(tag, value, step)` | a number; the *value* comes before the step | a line |
| `add_image(tag, image, step)` | one picture, `(C, H, W)` unless `dataformats` says otherwise | the picture |
| `add_images(tag, images, step)` | a batch, `(N, C, H, W)` | all pictures side by side |
| `add_graph(model, example)` | a model and an input for it | the layers and what flows between them |

Pictures are uint8 from 0 to 255, or floats from 0 to 1, which are multiplied by 255.

**Layouts.** PIL and NumPy keep a picture as `(H, W, C)`, torch as `(C, H, W)`. A picture of 4 × 5
pixels has shape `(4, 5, 3)`; taken as `(C, H, W)` that would be 4 channels of 5 × 3. Say
`dataformats="HWC"`, or move the channel to the front.

**The graph.** `add_graph` runs the example through the model once and records each operation it sees,
so the example must have a shape that the model takes. (Today's torch warns meanwhile that
`torch.jit.trace` is deprecated. `add_graph` uses it; that is not your doing.)

**Closing.** Events are gathered and written from time to time, every two minutes unless told otherwise.
A program that ends before has written nothing, or part of it. `close()` (or `flush()`) writes all that
is left; `with SummaryWriter(…) as writer:` closes at the end of the block. The notes close their writer
at the end of the program; here each function opens one, and all its events are on disk when it returns.

Traps:

- `SummaryWriter()` without a folder writes to `runs/…`, and `add_scalars` (with an s) to folders of its
  own below `log_dir`.
- Value and step of `add_scalar` are easily swapped; where they are equal, as in the first function,
  nobody would notice.
- `for step in range(len(loader))` with `next(iter(loader))` inside starts the loader anew each time:
  the first batch, again and again.
"""

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    """Write the line y = x: under the tag `y=x`, the value i at each step i from 0 to steps − 1.

    Args:
        log_dir: the folder for the event file, a string; it is made if it is not there.
        steps: how many points the line has.

    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> log_line(folder, 5)
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> [(event.step, event.value) for event in EventAccumulator(folder).Reload().Scalars("y=x")]
    [(0, 0.0), (1, 1.0), (2, 2.0), (3, 3.0), (4, 4.0)]
    """
    # TODO: write log_line, and remove the next line.
    raise NotImplementedError("log_line")


def log_image(log_dir, tag, image, step):
    """Write one picture, upright and in its true colours.

    Args:
        log_dir: the folder for the event file, a string.
        tag: the name of the picture in TensorBoard, a string.
        image: a uint8 array `(H, W, 3)`.
        step: an int, the picture's place on the slider.

    >>> import tempfile
    >>> import numpy as np
    >>> folder = tempfile.mkdtemp()
    >>> log_image(folder, "ants", np.zeros((4, 5, 3), dtype=np.uint8), 7)
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> events = EventAccumulator(folder).Reload().Images("ants")
    >>> [(event.step, event.height, event.width) for event in events]
    [(7, 4, 5)]
    """
    # TODO: write log_image, and remove the next line.
    raise NotImplementedError("log_image")


def log_batches(log_dir, loader, tag="batch"):
    """Write all pictures of each batch of one pass: one event for each batch, at steps 0, 1, 2, …

    Args:
        log_dir: the folder for the event file, a string.
        loader: a DataLoader whose batches are `(images, labels)`; images are float32 `(N, 3, H, W)`
            with values between 0 and 1. The last batch may be shorter.
        tag: the name of the pictures in TensorBoard.

    All pictures of a batch are in its event, unchanged in size and colour, beside and below each other;
    how many stand in a row, and whether there are lines between them, is up to you.

    >>> import tempfile
    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> data = TensorDataset(torch.rand(5, 3, 8, 8), torch.zeros(5))
    >>> folder = tempfile.mkdtemp()
    >>> log_batches(folder, DataLoader(data, batch_size=2))
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> [event.step for event in EventAccumulator(folder, {"images": 0}).Reload().Images("batch")]
    [0, 1, 2]
    """
    # TODO: write log_batches, and remove the next line.
    raise NotImplementedError("log_batches")


def log_graph(log_dir, model, example):
    """Write the graph of a model. The model stays as it is.

    Args:
        log_dir: the folder for the event file, a string.
        model: an `nn.Module`.
        example: a tensor that the model takes.

    >>> import tempfile
    >>> import warnings
    >>> import torch
    >>> folder = tempfile.mkdtemp()
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     log_graph(folder, torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU()), torch.ones(4, 3))
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> graph = EventAccumulator(folder).Reload().Graph()
    >>> [node.name.split("/")[1] for node in graph.node if node.op in ("aten::linear", "aten::relu")]
    ['Linear[0]', 'ReLU[1]']
    """
    # TODO: write log_graph, and remove the next line.
    raise NotImplementedError("log_graph")
