"""Checks of ex11: convolution by hand, its padding and its channels, then its sizes and counts, then the layer."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import array, kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe


def _correlate(X, K):
    """What `(c_out, c_in, h, w)` kernels make of a `(…, c_in, H, W)` image."""
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape[2:], axis=(-2, -1))
    return np.einsum("...cijhw,ochw->...oij", windows, K)


def _correlate_one(X, K):
    return _correlate(X[None], K[None, None])[0]


@probe(off=("convolution",))
def correlate(submission, X, K):
    import torch

    from grader.worker.describe import describe

    X, K = torch.tensor(X, dtype=torch.float32), torch.tensor(K, dtype=torch.float32)
    # not PADDING: it is no shortcut here, and torch.fft pads inside
    Y = submission.corr2d(X, K)
    return {"Y": describe(Y), "X": X, "K": K}


def _corr2d(student, X, K):
    came = plain_dict(student.call(correlate, X, K), "corr2d")
    name = f"corr2d(X, K) for X {X.shape} and K {K.shape}"
    want = _correlate_one(X, K)
    got = tensor(came["Y"], name, shape=want.shape)
    turned = _correlate_one(X, K[::-1, ::-1])
    require(
        np.allclose(want, turned, atol=1e-4) or not np.allclose(got, turned, atol=1e-4),
        "{name} turns the kernel round by 180°: the value at K[0, 0] belongs to the top left of the window.", name=name,
    )
    assert_close(got, want, name)
    assert_close(came["X"], X, f"X after {name}")
    assert_close(came["K"], K, f"K after {name}")


@check(
    points=2,
    function="corr2d",
    hint=(
        (
            "Follow the example of the task with a pencil: which four pixels does Y[0, 1] look at, and which "
            "value of the kernel does each of them meet? How many places are there to lay the kernel on, down and"
            " across?"
        ),
        (
            "The kernel is not turned round, windows overlap, and the products are summed, not averaged. A side "
            "of H with a kernel of h has H − h + 1 places."
        ),
        (
            "unfold(dimension, size, step) makes all windows at once: torch.arange(5).unfold(0, 3, 1) has the "
            "rows 0 1 2, 1 2 3, 2 3 4. One unfold for each direction."
        ),
        (
            "Two loops over places: the window is a slice of rows i to i + h and columns j to j + w; multiply it "
            "with the kernel into a new tensor, sum, store at (i, j)."
        ),
    ),
)
def test_corr2d_slides_the_kernel(student, rng):
    """corr2d gives, for each place of the kernel, the sum of what lies on top of each other"""
    for shape, kernel in (((5, 7), (2, 3)), ((6, 4), (3, 2))):
        _corr2d(student, rng.normal(size=shape), rng.normal(size=kernel))


@check(
    points=1,
    function="corr2d",
    held_back=True,
    hint=(
        "What if the kernel is a single value, a single row, or as large as the image?",
        (
            "Read height and width of the kernel apart, each for its own direction. squeeze removes a side of "
            "length 1 that the result needs."
        ),
        (
            "Name four numbers: H, W, h, w. Rows depend on H and h only, columns on W and w only, and the result "
            "is made with both counts, even where one is 1."
        ),
    ),
)
def test_corr2d_takes_any_kernel(student, rng):
    """corr2d takes kernels of any size, from one value to the whole image"""
    for shape, kernel in (((3, 4), (1, 1)), ((4, 3), (4, 3)), ((5, 4), (1, 3)), ((4, 6), (4, 1)), ((1, 1), (1, 1))):
        _corr2d(student, rng.normal(size=shape), rng.normal(size=kernel))


@probe(off=("convolution", "padding"))
def pad(submission, X, padding):
    import torch

    from grader.worker.describe import describe

    X = torch.tensor(X, dtype=torch.float32)
    padding = tuple(padding) if isinstance(padding, list) else padding
    padded = submission.pad2d(X, padding)
    return {"padded": describe(padded), "X": X}


def _pad2d(student, X, padding):
    came = plain_dict(student.call(pad, X, padding), "pad2d")
    vertical, horizontal = padding if isinstance(padding, tuple | list) else (padding, padding)
    name = f"pad2d(X, {padding}) for X {X.shape}"
    want = np.pad(X, ((vertical, vertical), (horizontal, horizontal)))
    got = tensor(came["padded"], name)
    require(
        vertical == horizontal or got.shape != (X.shape[0] + 2 * horizontal, X.shape[1] + 2 * vertical),
        "{name} has shape {got}: the pair is (vertical, horizontal), rows first.", name=name, got=got.shape,
    )
    assert_close(got, want, name)
    assert_close(came["X"], X, f"X after {name}")


@check(
    points=1,
    function="pad2d",
    hint=(
        "How many rows are there afterwards, and in which of them does the image begin?",
        (
            "Both ends of a side grow, so 2 · padding rows and columns come in. Make the large frame of zeros "
            "first, float like X, then put X into its middle."
        ),
        (
            "X begins in row p and column p of the frame and is H rows and W columns long: assign it to that "
            "slice. A list [a, b] in a frame of five is frame[2:4] = [a, b]."
        ),
    ),
)
def test_pad2d_puts_zeros_on_all_sides(student, rng):
    """pad2d puts zeros on all four sides of the image"""
    for shape, padding in (((2, 3), 1), ((4, 2), 3)):
        _pad2d(student, rng.uniform(1, 2, shape), padding)


@check(
    points=1,
    function="pad2d",
    hint=(
        "The first number of a pair is for the rows above and below. And what does the slice [p:-p] give for p = 0?",
        (
            "[0:-0] is [0:0], which is empty. Count a slice's end from the start: begin plus length. Rows take "
            "the first number; the notes have the pair the other way round."
        ),
        (
            "First make two numbers of what came: isinstance(value, int) tells an int from a pair. Then use one "
            "for everything vertical, the other for everything horizontal."
        ),
    ),
)
def test_pad2d_takes_a_pair_and_zero(student, rng):
    """pad2d takes a pair (vertical, horizontal), and 0"""
    for shape, padding in (((2, 3), (3, 1)), ((3, 2), (1, 2)), ((3, 4), 0), ((2, 3), (0, 2)), ((3, 2), (1, 0))):
        _pad2d(student, rng.uniform(1, 2, shape), padding)


@probe
def correlate_channels(submission, X, K):
    import torch

    from grader.worker.describe import describe

    X, K = torch.tensor(X, dtype=torch.float32), torch.tensor(K, dtype=torch.float32)
    return {"Y": describe(submission.corr2d_multi(X, K)), "X": X, "K": K}


@check(
    points=1.5,
    function="corr2d_multi",
    hint=(
        "Each output channel has a kernel with one slice for each input channel. What becomes of the slices' results?",
        (
            "Inside of one kernel, slice c meets channel c of X, and the maps are added up, not averaged. The "
            "output channels are stacked in front."
        ),
        (
            "Loop over the kernels of K; zip channels and slices, corr2d each pair, add up; torch.stack the maps."
            " F.conv2d does it in one call; a batch dimension added for it has to go again."
        ),
    ),
)
def test_corr2d_multi_adds_up_the_channels(student, rng):
    """corr2d_multi adds up the input channels into a map for each output channel"""
    for shape, kernels in (
        ((3, 5, 6), (4, 3, 3, 2)), ((2, 4, 4), (2, 2, 2, 2)), ((1, 4, 3), (3, 1, 1, 2)), ((2, 3, 4), (1, 2, 3, 1)),
    ):  # fmt: skip
        X, K = rng.normal(size=shape), rng.normal(size=kernels)
        came = plain_dict(student.call(correlate_channels, X, K), "corr2d_multi")
        name = f"corr2d_multi(X, K) for X {shape} and K {kernels}"
        want = _correlate(X, K)
        assert_close(tensor(came["Y"], name, shape=want.shape), want, name)
        assert_close(came["X"], X, f"X after {name}")
        assert_close(came["K"], K, f"K after {name}")


@probe
def output_sizes(submission, calls):
    from grader.worker.describe import describe

    return [describe(submission.conv_output_size(*call["args"], **call["kwargs"])) for call in calls]


def _spelled(args, kwargs):
    return ", ".join([*map(str, args), *(f"{name}={value}" for name, value in kwargs.items())])


@check(
    points=1,
    function="conv_output_size",
    hint=(
        (
            "Go through the formula term by term: padding is added at both ends, a kernel of k values spans k − 1"
            " gaps of dilation, and a last step that does not fit is dropped."
        ),
        (
            "`//` rounds down to an int, as the formula's brackets do; `/`, round and ceil do not. The + 1 stands"
            " outside of the division. Padding counts twice."
        ),
        (
            "First the kernel's reach: 3 values with dilation 2 reach over 5 pixels, with dilation 1 over 3. Take"
            " it from the padded size, divide by the stride, add 1."
        ),
    ),
)
def test_output_size_follows_the_formula(student, rng):
    """conv_output_size follows the formula, with stride, padding and dilation, rounded down"""
    size, kernel, stride, padding, dilation = (
        int(rng.integers(low, high)) for low, high in ((30, 60), (3, 8), (2, 6), (1, 5), (2, 4))
    )
    calls = [
        {"args": [size, kernel], "kwargs": {}},
        {"args": [size, kernel, stride], "kwargs": {}},
        {"args": [size, kernel], "kwargs": {"padding": padding}},
        {"args": [size, kernel], "kwargs": {"dilation": dilation}},
        {"args": [kernel, kernel], "kwargs": {"stride": stride}},
        *({"args": [size + more, kernel, stride, padding, dilation], "kwargs": {}} for more in range(stride)),
    ]
    came = plain_list(student.call(output_sizes, calls), "conv_output_size", length=len(calls))
    for call, seen in zip(calls, came, strict=True):
        name = f"conv_output_size({_spelled(call['args'], call['kwargs'])})"
        values = dict(zip(("size", "kernel", "stride", "padding", "dilation"), call["args"], strict=False))
        assert_equal(number(seen, name, "int"), _output_size(**values | call["kwargs"]), name)


def _output_size(size, kernel, stride=1, padding=0, dilation=1):
    """Count the windows, one by one."""
    reach = dilation * (kernel - 1)
    return sum(start + reach < size + 2 * padding for start in range(0, size + 2 * padding, stride))


@probe
def parameter_counts(submission, function, calls):
    from grader.worker.describe import describe

    count = getattr(submission, function)
    counts = []
    for call in calls:
        args = [tuple(value) if isinstance(value, list) else value for value in call["args"]]
        counts.append(describe(count(*args, **call["kwargs"])))
    return counts


def _counts(student, function, calls, wanted):
    came = plain_list(student.call(parameter_counts, function, calls), function, length=len(calls))
    for call, want, seen in zip(calls, wanted, came, strict=True):
        args = [tuple(value) if isinstance(value, list) else value for value in call["args"]]
        name = f"{function}({_spelled(args, call['kwargs'])})"
        if kind_of(seen) in ("numpy.int64", "numpy.int32"):
            assert_equal(array(seen, name, (kind_of(seen),), shape=(), dtype=None), want, name)
        else:
            assert_equal(number(seen, name, "int"), want, name)


@check(
    points=0.5,
    function="dense_parameters",
    hint=(
        "Every output has a weight for every input; how many biases are there? No layer needs to be built to count.",
        (
            "A bias belongs to each output, not to each input and not to the layer. The formula needs two ints "
            "only; nn.Linear of that size would take 4 GB."
        ),
        (
            "Weights are a product, biases come on top where they are wanted: 3 inputs and 2 outputs make 6, or 8"
            " with bias. Look at the argument bias."
        ),
    ),
)
def test_dense_parameters(student, rng):
    """dense_parameters counts weights and biases, also of a layer too large to build"""
    inputs, outputs = (int(size) for size in rng.integers(5, 200, 2))
    outputs += outputs == inputs
    many, some = int(rng.integers(10**6, 2 * 10**6)), int(rng.integers(1000, 2000))
    calls = [
        {"args": [inputs, outputs], "kwargs": {}},
        {"args": [inputs, outputs, True], "kwargs": {}},
        {"args": [inputs, outputs, False], "kwargs": {}},
        {"args": [many, some], "kwargs": {"bias": False}},
        {"args": [10**6, 10**3], "kwargs": {}},
    ]
    weights = inputs * outputs
    _counts(
        student, "dense_parameters", calls, (weights + outputs, weights + outputs, weights, many * some, 10**9 + 1000)
    )


@check(
    points=1,
    function="conv_parameters",
    hint=(
        "How many kernels are there, how many slices has each, and how large is a slice? One bias goes to each map.",
        (
            "Each output channel has a kernel, each kernel a slice for every input channel, each slice height "
            "times width. Biases: one for each output channel."
        ),
        (
            "Make a pair of kernel_size first, as in pad2d, and multiply four numbers. 2 channels to 5 with a "
            "kernel (1, 3) are 30 weights, and 5 biases if wanted."
        ),
    ),
)
def test_conv_parameters(student, rng):
    """conv_parameters counts weights and biases, for a square kernel and for a pair"""
    inputs, outputs = int(rng.integers(2, 9)), int(rng.integers(10, 60))
    height, width, side = int(rng.integers(2, 5)), int(rng.integers(5, 8)), int(rng.integers(3, 8))
    calls = [
        {"args": [inputs, outputs, side], "kwargs": {}},
        {"args": [inputs, outputs, side, False], "kwargs": {}},
        {"args": [inputs, outputs, [height, width]], "kwargs": {}},
        {"args": [inputs, outputs, [width, height]], "kwargs": {"bias": False}},
        {"args": [1, 1, 1], "kwargs": {"bias": True}},
    ]
    square, oblong = inputs * outputs * side**2, inputs * outputs * height * width
    _counts(student, "conv_parameters", calls, (square + outputs, square, oblong + outputs, oblong, 2))


@probe
def run_network(submission, arrays, X):
    import torch

    from grader.worker.describe import describe

    model = submission.myNetwork()
    seen = {"kind": describe(model)["type"], "is_module": isinstance(model, torch.nn.Module)}
    if not seen["is_module"]:
        return seen
    x = torch.tensor(X, dtype=torch.float32)
    model(x.clone())  # a layer that takes its shape from the first batch has it now
    shapes = []
    for parameter in model.parameters():
        shapes.append([int(size) for size in parameter.shape])
        for values in arrays:
            if list(values.shape) == shapes[-1]:
                with torch.no_grad():
                    parameter.copy_(torch.tensor(values, dtype=torch.float32))
    return seen | {"shapes": shapes, "y": describe(model(x))}


@check(
    points=1,
    function="myNetwork",
    hint=(
        "The layer is made in __init__ and kept as an attribute. What does forward do with x, and does it return it?",
        (
            "super().__init__() first, then the layer kept on self. The three numbers are input channels, output "
            "channels, kernel; padding, stride and bias stay at their defaults."
        ),
        (
            "forward calls the kept layer on x and returns what it gives, with nothing after it: no ReLU, no "
            "second layer, no new layer at each call."
        ),
    ),
)
def test_my_network_is_one_convolution(student, rng):
    """myNetwork holds one nn.Conv2d(3, 6, 3) and gives what that layer gives"""
    weight, bias = rng.normal(size=(6, 3, 3, 3)), rng.normal(size=6)
    for shape in ((2, 3, 6, 8), (1, 3, 3, 4)):
        X = rng.normal(size=shape)
        came = plain_dict(student.call(run_network, [weight, bias], X), "myNetwork")
        require(
            came["is_module"] is True,
            "myNetwork() is {kind}, which is no nn.Module.", kind=plain(came["kind"], "myNetwork()", str),
        )
        shapes = [
            tuple(plain(size, "shape", int) for size in plain_list(found, "shape"))
            for found in plain_list(came["shapes"], "myNetwork")
        ]
        require(
            shapes,
            "myNetwork() has no parameters: its layer is not registered. Make it in __init__, and keep it as an "
            "attribute.",
        )
        require(
            sorted(shapes) == [(6,), (6, 3, 3, 3)],
            "myNetwork() has parameters of shapes {got}; one nn.Conv2d(3, 6, 3) has (6, 3, 3, 3), (6,).",
            got=", ".join(str(found) for found in shapes),
        )
        name = f"myNetwork()(x) for x {shape}"
        want = _correlate(X, weight) + bias[:, None, None]
        assert_close(tensor(came["y"], name, shape=want.shape), want, name, atol=1e-4)
