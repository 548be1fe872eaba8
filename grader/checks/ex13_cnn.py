"""Checks of ex13: the notes' network, with every value filled in, then LeNet-5, whose activation is the student's.

Both networks are built by the student and get their values from the check, each parameter the array
with as many values; so names, classes and functions are free.
"""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import items, number, plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe

CNN_SIZES = ((32, 3, 5, 5), (32,), (32, 32, 5, 5), (32,), (64, 32, 5, 5), (64,), (64, 1024), (64,), (10, 64), (10,))


@probe
def in_double(model, x):
    """What the model gives in float64, or in float32 where it insists on that."""
    try:
        return model.double()(x.double())
    except RuntimeError:
        return model.float()(x)
    finally:
        model.float()


@probe
def run(submission, name, args, kwargs, rounds, weights=None, device="cpu"):
    """Build a network; for each round fill it with the round's values and run it on the round's images."""
    import torch

    from grader.worker.describe import describe

    model = getattr(submission, name)(*args, **kwargs)
    seen = {"kind": describe(model)["type"], "is_module": isinstance(model, torch.nn.Module), "outputs": []}
    if not seen["is_module"]:
        return seen
    batch = torch.tensor(rounds[0]["X"], dtype=torch.float32)
    model(batch.clone())  # layers that take their shape from the first batch have it now
    parameters = list(model.parameters())
    seen["shapes"] = [describe([int(size) for size in parameter.shape]) for parameter in parameters]
    seen["trainable"] = [bool(parameter.requires_grad) for parameter in parameters]
    model = model.to(device)
    for values in rounds:
        by_size = {array.size: array for array in values["arrays"]}
        for parameter in model.parameters():
            if parameter.numel() in by_size:
                array = torch.tensor(by_size[parameter.numel()], dtype=torch.float32)
                with torch.no_grad():
                    parameter.copy_(array.reshape(parameter.shape))
        x = torch.tensor(values["X"], dtype=torch.float32, device=device)
        y = in_double(model, x) if values.get("double") else model(x)
        seen["outputs"].append({"y": describe(y), "x": x})
    described = seen["outputs"][-1]["y"]
    if weights is not None and described.get("requires_grad") and described["shape"] == list(weights.shape):
        (y * torch.tensor(weights, dtype=torch.float32, device=device)).sum().backward()
    seen["grads"] = [parameter.grad for parameter in model.parameters()]
    return seen


def _run(student, call, rounds, asked, **more):
    """Run a network that must have parameters of the sizes asked for; gives its outputs and all that came."""
    name = f"{call['name']}({', '.join(call['shown'])})"
    came = plain_dict(student.call(run, call["name"], call["args"], call["kwargs"], rounds, **more), name)
    require(
        came["is_module"] is True,
        "{name} is {kind}, which is no nn.Module.", name=name, kind=plain(came["kind"], name, str),
    )
    shapes = [
        tuple(number(size, name, "int") for size in items(shape, name)) for shape in plain_list(came["shapes"], name)
    ]
    require(shapes, "{name} has no parameters: its layers are not registered.", name=name)
    counts = [int(np.prod(shape)) for shape in shapes]
    wanted = [int(np.prod(shape)) for shape in asked]
    require(
        sorted(counts) == sorted(wanted),
        "{name} learns {got} values, in parameters of shapes {shapes}; {want} are asked, in {asked}.",
        name=name, got=f"{sum(counts):,}", shapes=_listed(shapes), want=f"{sum(wanted):,}", asked=_listed(asked),
    )
    trainable = plain_list(came["trainable"], name)
    require(
        all(value is True for value in trainable),
        "A parameter of {name} does not require grad: training could not change it.", name=name,
    )
    outputs = [plain_dict(output, name) for output in plain_list(came["outputs"], name, length=len(rounds))]
    for output, values in zip(outputs, rounds, strict=True):
        assert_close(output["x"], values["X"], f"x after {name}(x)")
    return name, outputs, came


def _listed(shapes):
    return ", ".join(str(shape) for shape in shapes)


def _call(name, *args, **kwargs):
    shown = [*map(str, args), *(f"{key}={value}" for key, value in kwargs.items())]
    return {"name": name, "args": list(args), "kwargs": kwargs, "shown": shown}


def _convolve(X, K, padding=0):
    X = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape[2:], axis=(2, 3))
    return np.moveaxis(np.tensordot(windows, K, axes=([1, 4, 5], [1, 2, 3])), 3, 1)


def _pool(X, how=np.max):
    N, C, H, W = X.shape
    return how(X.reshape(N, C, H // 2, 2, W // 2, 2), axis=(3, 5))


def _same(X):
    return X


def _relu(X):
    return np.maximum(X, 0)


def _cnn(X, arrays, convolved=_same, hidden=_same):
    """The notes' network; the last two are what a student may have put where nothing belongs."""
    K1, K2, K3, W4, W5, b32, b64, b10 = arrays
    for K, b in ((K1, b32), (K2, b32), (K3, b64)):
        X = _pool(convolved(_convolve(X, K, padding=2) + b[:, None, None]))
    return hidden(X.reshape(len(X), 1024) @ W4.T + b64) @ W5.T + b10


def _cnn_values(rng, draw):
    """Values for each size of a parameter: five weights, and biases of 32, 64 and 10."""
    weights = [draw(shape) / np.sqrt(np.prod(shape[1:])) for shape in CNN_SIZES[::2]]
    return [*weights, *(rng.uniform(0.2, 1, size) for size in (32, 64, 10))]


@check(
    points=2,
    function="CNN",
    hint=(
        "Follow the table of the task: which sizes come in and go out of each layer? Which padding keeps 32 at 32?",
        (
            "From 32 to 32 with a kernel of 5: 32 + 2p − 5 + 1 = 32. nn.Conv2d takes input channels, output "
            "channels, kernel; each pooling halves. Every layer has its bias."
        ),
        (
            "Pooling is the maximum, 2 × 2. Three different convolutions, for one used twice would share its "
            "weights; no stride in place of a pooling. The chain must be kept on self."
        ),
        (
            "Write the table down row for row in an nn.Sequential: what goes out of one layer comes into the "
            "next. Flatten stands before the first dense layer, batch norm nowhere."
        ),
    ),
)
def test_cnn_has_its_layers(student, rng):
    """CNN has the layers of the table, in its order, with 145,578 parameters"""
    # All values are positive here, so that a ReLU somewhere changes nothing: that is the next check's matter.
    # Few of the weights are not zero, so that each place counts.
    arrays = _cnn_values(rng, lambda shape: rng.uniform(1, 4, shape) * (rng.random(shape) < 0.1))
    X = rng.uniform(0, 1, (3, 3, 32, 32))
    name, (output,), _ = _run(student, _call("CNN"), [{"arrays": arrays, "X": X}], CNN_SIZES)
    want = _cnn(X, arrays)
    y = tensor(output["y"], f"{name}(x) for x {X.shape}", shape=(3, 10))
    assert_close(y, want, f"{name}(x) for positive weights and images", atol=1e-3)


@check(
    points=1.5,
    function="CNN",
    hint=(
        "What stands between the layers of the notes' network besides the poolings, and what after the last layer?",
        (
            "The notes' network has convolutions, poolings, Flatten and two linear layers, and nothing else: no "
            "ReLU, no dropout. Cross entropy applies softmax itself."
        ),
        (
            "Take out whatever has no row in the table, and let forward return what the last dense layer gives: "
            "ten numbers of any sign for each image, no class."
        ),
    ),
)
def test_cnn_gives_raw_scores(student, rng):
    """CNN has no activation between its layers, and gives raw scores"""
    arrays = _cnn_values(rng, rng.standard_normal)
    arrays[5:] = [bias * rng.choice([-1, 1], bias.shape) for bias in arrays[5:]]
    X = rng.normal(size=(4, 3, 32, 32))
    name, (output,), _ = _run(student, _call("CNN"), [{"arrays": arrays, "X": X}], CNN_SIZES)
    y = tensor(output["y"], f"{name}(x) for x {X.shape}", shape=(4, 10))
    want = _cnn(X, arrays)
    if not np.allclose(y, want, rtol=1e-3, atol=1e-3):
        _name_the_activation(name, y, X, arrays)
    assert_close(y, want, f"{name}(x)", rtol=1e-3, atol=1e-3)


def _name_the_activation(name, y, X, arrays):
    """End with a sentence on what was put where nothing belongs, if it is one of the usual things."""
    for where, convolved, hidden in (
        ("after its convolutions", _relu, _same),
        ("between its dense layers", _same, _relu),
        ("after its convolutions, and one between its dense layers", _relu, _relu),
    ):
        require(
            not np.allclose(y, _cnn(X, arrays, convolved, hidden), rtol=1e-3, atol=1e-3),
            "{name} has a ReLU {where}; the notes' network has no activation.", name=name, where=where,
        )
    require(
        not np.allclose(y, _relu(_cnn(X, arrays)), rtol=1e-3, atol=1e-3),
        "{name}(x) is never negative: a ReLU stands after the last layer, whose scores should be raw.", name=name,
    )
    require(
        not np.allclose(y.sum(axis=1), 1, atol=1e-3),
        "Each row of {name}(x) adds up to 1: a softmax stands at the end, where the scores should be raw.", name=name,
    )


@check(
    points=0.5,
    function="CNN",
    held_back=True,
    hint=(
        "Does the network also work for a batch of one image, and does backward reach its first layer?",
        (
            "squeeze() takes the batch away where it is one image, and flatten without a start swallows it. "
            ".detach(), .data and no_grad cut off what lies before them."
        ),
        (
            "nn.Flatten() keeps the first dimension whatever its size. Let the tensor run through all layers in "
            "one chain, and leave requires_grad as PyTorch sets it."
        ),
    ),
)
def test_cnn_lets_gradients_through(student, rng):
    """CNN takes a batch of one image, and gradients reach all its parameters"""
    arrays = _cnn_values(rng, rng.standard_normal)
    X = rng.normal(size=(1, 3, 32, 32))
    # Between two values of the maximum the network is linear in its first weight. Along that weight itself the
    # scores change by `along`; weighted by its sign the changes add up, so that none hides another.
    step = 1e-6
    scaled = [_cnn(X, [arrays[0] * (1 + sign * step), *arrays[1:]]) for sign in (1, -1)]
    along = (scaled[0] - scaled[1]) / (2 * step)
    more = {"weights": np.sign(along)}
    name, (output,), came = _run(student, _call("CNN"), [{"arrays": arrays, "X": X}], CNN_SIZES, **more)
    assert_close(
        tensor(output["y"], f"{name}(x) for x {X.shape}", shape=(1, 10)), _cnn(X, arrays), f"{name}(x)",
        rtol=1e-3, atol=1e-3,
    )  # fmt: skip
    grads = plain_list(came["grads"], "grads", length=10)
    for grad in grads:
        require(grad is not None, "There are parameters of {name} that no gradient reaches.", name=name)
    first = [grad for grad in grads if plain_array(grad, "grad").size == arrays[0].size and grad.dtype.kind == "f"]
    require(first, "No gradient reaches the first convolution of {name}.", name=name)
    # float32 may settle a near tie of the maximum otherwise; that moves the sum by far less than a tenth.
    want = float(np.abs(along).sum())
    got = float((first[0].reshape(arrays[0].shape).astype(np.float64) * arrays[0]).sum())
    assert_close(got, want, f"the gradient of {name}(x) by the first weight, along that weight", rtol=0.1)


@check(
    points=1,
    function="CNN",
    cuda=True,
    seconds=60,
    hint=(
        "model.to(device) moves what is registered. Does forward make a tensor of its own, or keep a layer in a list?",
        (
            "Layers on self or in an nn.Sequential move with model.to; those in a plain list stay behind. A "
            "tensor made in forward is on the CPU unless you say otherwise."
        ),
        (
            "Register every layer, write no device's name into the class, and where forward needs a new tensor, "
            "make it from x: zeros_like(t) lies where t lies."
        ),
    ),
)
def test_cnn_is_the_same_on_the_gpu(student, rng):
    """CNN gives on the GPU what it gives on the CPU"""
    _on_device(student, rng, "cuda")


def _on_device(student, rng, device):
    arrays = _cnn_values(rng, rng.standard_normal)
    X = rng.normal(size=(8, 3, 32, 32))
    values = [{"arrays": arrays, "X": X}]
    name, (output,), _ = _run(student, _call("CNN"), values, CNN_SIZES, device=device)
    y = tensor(output["y"], f"{name}(x) on the GPU", shape=(8, 10))
    place = output["y"]["device"]
    require(
        type(place) is str and place.startswith(device),
        "{name} was moved to {device} and got its images there, but its scores are elsewhere.",
        name=name, device=device,
    )
    # Convolutions on a GPU may round their inputs to TF32: 11 bits, an error of 5e-4 in each product. Five
    # layers of it stay below a hundredth of the scores' size.
    want = _cnn(X, arrays)
    assert_close(y, want, f"{name}(x) on the GPU", rtol=2e-2, atol=2e-2 * float(np.abs(want).max()))


# LeNet-5's activation is the student's choice, so nothing here computes it. Three devices make it harmless:
# every bias is OPERATING, so that all values stay around one point; every weight sums to zero over its inputs,
# so that what is common to all values of a layer, whatever the activation made of it, adds up to nothing in the
# next; and the rest, the signal, is SMALL, so that any activation multiplies it by its slope there, one number for
# the whole layer. What comes out is then proportional to what the network gives without activations. Made LARGE in
# one layer, the signal is no longer proportional, unless that layer's activation is missing. Measured with 25
# activations: off by at most 0.0014 where it should be proportional; bent by at least 0.01 where an activation
# stands (ReLU 0.07, tanh 0.3), by at most 0.0012 where it is missing. Of 150 draws for five of them the logarithm
# of the bend lies more than five deviations above the bound. All runs in float64, whose rounding is far below.
OPERATING, SMALL, LARGE = 0.7, 1e-3, (4.0, 4000.0)
EITHER = ("float32", "float64")
ACTIVATED = ("first convolution", "second convolution", "third convolution", "dense layer of 84")


def _lenet_sizes(classes):
    return (
        (6, 1, 5, 5), (6,), (16, 6, 5, 5), (16,), (120, 16, 5, 5), (120,), (84, 120), (84,), (classes, 84), (classes,),
    )  # fmt: skip


def _lenet_layer(X, W, layer):
    return _convolve(X, W) if layer < 3 else X.reshape(len(X), -1) @ W.T


def _scaled(X, weights, amplitudes):
    """The weights, each scaled so that its layer's signal reaches the amplitude, where poolings take the maximum."""
    scaled = []
    for layer, (W, amplitude) in enumerate(zip(weights, amplitudes, strict=True)):
        Z = _lenet_layer(X, W, layer)
        factor = amplitude / np.abs(Z).max()
        scaled.append(W * factor)
        X = _pool(Z * factor) if layer < 2 else Z * factor
    return scaled


def _lenet_weights(rng, classes):
    weights = [rng.normal(size=shape) for shape in _lenet_sizes(classes)[::2]]
    for W in weights[1:]:
        W -= W.mean(axis=tuple(range(1, W.ndim)), keepdims=True)
    return weights


def _lenet_arrays(weights, last_bias):
    return [*weights, *(np.full(size, OPERATING) for size in (6, 16, 120, 84)), last_bias]


def _readings(X, weights):
    """What LeNet-5 without activations and biases gives, for each way to pool at the two places."""
    maps = [X]
    for layer in range(2):
        maps = [_pool(_lenet_layer(X, weights[layer], layer), how) for X in maps for how in (np.max, np.mean)]
    for layer in range(2, 5):
        maps = [_lenet_layer(X, weights[layer], layer) for X in maps]
    return maps


def _misfit(got, want):
    """How far `got` is from being a multiple of `want`, in proportion to its size; 1 where it does not move."""
    factor = float((got * want).sum() / (want * want).sum())
    size = float(np.abs(got).max())
    if size < 1e-9 or factor == 0:
        return 1.0
    return float(np.abs(got - factor * want).max() / size)


@check(
    points=2,
    function="LeNet5",
    hint=(
        (
            "Follow the table of the task: channels, kernels, poolings and dense layers, and no padding on 32×32."
            " Which sizes does each layer get?"
        ),
        (
            "One channel comes in, no convolution pads: 32 → 28 → 14 → 10 → 5 → 1. The poolings are 2 × 2 "
            "windows, not strides of a convolution."
        ),
        (
            "Height and width stay in their order, channels in front. The activations have nothing to learn, and "
            "neither batch norm nor dropout has a row in the table."
        ),
        (
            "Follow the table row by row; the third convolution leaves 120 maps of one value, which Flatten lays "
            "in a row. A dense layer from 400 to 120 after Flatten is as good."
        ),
    ),
)
def test_lenet_has_its_layers(student, rng):
    """LeNet5 has the layers of the table, in its order, with 61,706 parameters for ten classes"""
    X = rng.normal(size=(6, 1, 32, 32))
    X[0] = 0
    weights = _lenet_weights(rng, 10)
    # A softmax or the like at the end is the next check's matter: it leaves what is the same for all classes open.
    weights[4] -= weights[4].mean(axis=0)
    scaled = _scaled(X, weights, (SMALL, SMALL, SMALL, SMALL, 0.02))
    values = [{"arrays": _lenet_arrays(scaled, np.full(10, OPERATING)), "X": X, "double": True}]
    name, (output,), _ = _run(student, _call("LeNet5"), values, _lenet_sizes(10))
    y = tensor(output["y"], f"{name}(x) for x {X.shape}", shape=(6, 10), dtype=EITHER).astype(np.float64)
    moved = y - y[0]
    moved -= moved.mean(axis=1, keepdims=True)
    misfit = min(_misfit(moved[1:], want[1:]) for want in _readings(X, scaled))
    require(
        misfit < 0.05,
        "{name}(x) is not what a chain of these layers gives: with small values, where an activation only multiplies "
        "by a number, it is off by {misfit:.0%}. Look at the kernels, the paddings, the poolings and their order.",
        name=name, misfit=min(misfit, 1.0),
    )


@check(
    points=1,
    function="LeNet5",
    hint=(
        "The loss applies softmax itself. What may stand after the last layer, and where does num_classes go?",
        (
            "Nothing comes after the last dense layer, whatever activation you chose for the others. Its number "
            "of outputs is an argument, ten unless told otherwise."
        ),
        (
            "Put num_classes where the last layer's outputs are given, keep the default in the head, and end the "
            "chain there. squeeze would lose a batch of one."
        ),
    ),
)
def test_lenet_gives_raw_scores(student, rng):
    """LeNet5 gives a raw score for each of num_classes classes"""
    few, many = (int(classes) for classes in rng.permutation([3, 4, 5, 7, 8, 9, 11, 12, 13, 14, 15])[:2])
    for call, classes in ((_call("LeNet5", few), few), (_call("LeNet5", num_classes=many), many)):
        bias = rng.uniform(0.5, 3, classes) * np.where(np.arange(classes) % 2, 1, -1)
        X = rng.normal(size=(4, 1, 32, 32))
        weights = _lenet_weights(rng, classes)
        scaled = _scaled(X, weights, (SMALL, SMALL, SMALL, SMALL, 3.0))
        arrays = _lenet_arrays(scaled, bias)
        black = np.zeros((1, 1, 32, 32))
        values = [{"arrays": arrays, "X": black}, {"arrays": arrays, "X": np.concatenate([black, X]), "double": True}]
        name, outputs, _ = _run(student, call, values, _lenet_sizes(classes))
        base = tensor(outputs[0]["y"], f"{name}(x) for x {black.shape}", shape=(1, classes))
        what = f"{name}(x), where only the last layer's bias is left of it"
        require(
            np.abs(base - bias).max() < 0.01,
            "{what}, differs from that bias by up to {off:.3g}: something stands after the last layer.",
            what=what, off=float(np.abs(base - bias).max()),
        )
        y = tensor(outputs[1]["y"], f"{name}(x) for x (5, 1, 32, 32)", shape=(5, classes), dtype=EITHER)
        misfit = min(_misfit(y[1:].astype(np.float64) - y[0], want) for want in _readings(X, scaled))
        require(
            misfit < 0.05,
            "{name}(x) is not proportional to what comes out of its last layer: it is off by {misfit:.0%}.",
            name=name, misfit=min(misfit, 1.0),
        )


@check(
    points=2,
    function="LeNet5",
    hint=(
        "Without an activation two layers in a row are one linear map. At how many places does the table have one?",
        (
            "There are four: one after each of the three convolutions, one after the dense layer of 84. nn.ReLU, "
            "nn.Tanh or nn.Sigmoid, without values to learn, as you like."
        ),
        (
            "In a Sequential, put an activation object after each of these four. In forward, keep its result: "
            "writing torch.tanh(t) on a line of its own changes nothing."
        ),
    ),
)
def test_lenet_has_activations(student, rng):
    """LeNet5 has an activation after each convolution and after the dense layer of 84"""
    # Images of one brightness each: the maps are even, so poolings do not matter. The network is then affine in
    # the brightness, unless something bends it where the signal is large.
    brightness = np.linspace(-1, 1, 15)
    X = brightness[:, None, None, None] * np.ones((1, 1, 32, 32))
    rounds = []
    for place, large in [(place, large) for place in range(4) for large in LARGE]:
        weights = _lenet_weights(rng, 10)
        # The sums of the first weights are spread on both sides, whatever their draw.
        sums = np.linspace(-1, 1, 6) * rng.uniform(1, 2, 6)
        weights[0] += (sums - weights[0].mean(axis=(1, 2, 3)))[:, None, None, None]
        amplitudes = [large if layer == place else SMALL for layer in range(4)]
        scaled = _scaled(X[-1:], weights, [*amplitudes, 1.0])
        rounds.append({"arrays": _lenet_arrays(scaled, np.full(10, OPERATING)), "X": X, "double": True})
    name, outputs, _ = _run(student, _call("LeNet5"), rounds, _lenet_sizes(10))
    bends = []
    for output in outputs:
        y = tensor(output["y"], f"{name}(x) for x {X.shape}", shape=(15, 10), dtype=EITHER)
        bends.append(_bend(y.astype(np.float64), brightness))
    for place, where in enumerate(ACTIVATED):
        require(
            max(bends[2 * place : 2 * place + 2]) > 0.003,
            "{name} has no activation after its {where}: what comes out follows the values there in a straight line.",
            name=name, where=where,
        )


def _bend(y, x):
    """How far the columns of y are from straight lines in x, in proportion to how far they move."""
    line = np.stack([x, np.ones_like(x)], axis=1)
    left = y - line @ np.linalg.lstsq(line, y, rcond=None)[0]
    moved = float((y.max(axis=0) - y.min(axis=0)).max())
    return float(np.abs(left).max()) / moved if moved > 1e-12 else 0.0
