"""Checks of ex18: choosing a device, moving things there, training there; on the CPU, then on a GPU.

Without a GPU two stand-ins show what moves. PyTorch's `meta` device is a place that modules and
tensors can be moved to. And `elsewhere` makes batches that lie on no real device, keep their values
when they are moved to the CPU, and refuse to meet a CPU tensor before that, as a GPU's would.
"""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import kind_of, number, plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = ("torch", "torch._dynamo", "torch.utils.data")


@probe
def cuda_stands_in():
    """Make torch say that there is a GPU, or none, whatever the machine has; gives the switch, and the way back."""
    import torch

    gpus, undo = [0], []

    def replace(module, name, stand_in):
        function = getattr(module, name, None)
        code = getattr(function, "__code__", None)
        if code is not None and not code.co_freevars:  # also where a submission imported the function by name
            old = function.__defaults__
            function.__code__, function.__defaults__ = stand_in.__code__, stand_in.__defaults__
            undo.append(lambda: (setattr(function, "__code__", code), setattr(function, "__defaults__", old)))
        elif function is not None:
            setattr(module, name, stand_in)
            undo.append(lambda: setattr(module, name, function))
        module.gpus_of_the_check = gpus

    def current_accelerator(check_available=False):
        import torch

        return torch.device("cuda") if torch.cuda.gpus_of_the_check[0] or not check_available else None

    def count(device=None):
        import torch

        return torch.cuda.gpus_of_the_check[0]

    def available():
        import torch

        return torch.cuda.gpus_of_the_check[0] > 0

    replace(torch.cuda, "is_available", available)
    replace(torch.cuda, "device_count", count)
    replace(torch.cuda, "current_device", lambda: 0)
    replace(torch.cuda, "get_device_name", lambda device=None: "a GPU")
    if hasattr(torch, "accelerator"):
        replace(torch.accelerator, "is_available", available)
        replace(torch.accelerator, "device_count", count)
        replace(torch.accelerator, "current_device_index", lambda: 0)
        replace(torch.accelerator, "current_accelerator", current_accelerator)
    return gpus, undo


@probe
def picks(submission, available):
    """What pick_device says while GPUs come and go."""
    import torch
    from torch.overrides import TorchFunctionMode

    class Allocating(TorchFunctionMode):
        """A submission may try to put a tensor on the GPU and see whether that works."""

        def __torch_function__(self, func, types, args=(), kwargs=None):
            kwargs = dict(kwargs or {})
            name = getattr(func, "__name__", "")
            places = [] if func is torch.device else [*args[1:], kwargs.get("device")]
            if name == "cuda" or any("cuda" in str(place) for place in places if type(place) in (str, torch.device)):
                if not gpus[0]:
                    raise RuntimeError("No CUDA GPUs are available")
                kwargs.pop("device", None)
                return args[0] if name in ("cuda", "to") else func(*args, **kwargs)
            return func(*args, **kwargs)

    seen = []
    gpus, undo = cuda_stands_in()
    try:
        for there in available:
            gpus[0] = int(there)
            with Allocating():
                device = submission.pick_device()
            real = type(device) is torch.device
            seen.append({"type": type(device).__name__[:80], "text": str(device)[:80], "real": real})
    finally:
        for step in undo:
            step()
    return seen


@check(
    points=1,
    function="pick_device",
    hint=(
        "Which question does torch.cuda answer, and when do you ask it? What makes a device of a name?",
        (
            "torch.cuda.is_available is a function: without brackets it is always true. Asked at import, or "
            "remembered, the answer is old. A device is made by torch.device."
        ),
        (
            "Ask inside of the function, at each call, choose one of two names by `if`, and make a device of it; "
            "a bare name is a str. GPUs are counted from 0."
        ),
    ),
)
def test_pick_device_takes_the_gpu_where_there_is_one(student, rng):
    """pick_device gives cuda where it is available at the time of the call, else cpu"""
    available = [bool(bit) for bit in rng.permutation([0, 1, *rng.integers(0, 2, size=14)])]
    seen = plain_list(student.call(picks, available), "pick_device()", length=len(available))
    for there, answer in zip(available, seen, strict=True):
        answer = plain_dict(answer, "pick_device()")
        kind, text = plain(answer["type"], "pick_device()", str), plain(answer["text"], "pick_device()", str)
        require(
            answer["real"] is True,
            "pick_device() is {text} of type {kind}, but a torch.device is asked.", text=text, kind=kind,
        )
        require(
            text in (("cuda", "cuda:0") if there else ("cpu",)),
            "pick_device() is {text} at a moment when CUDA is {state}. (It was called several times, with and "
            "without a GPU.)",
            text=text, state="available" if there else "not available",
        )


@probe
def parts(width, outputs, weights):
    """A model with parameters and buffers at several depths, and a loss that holds class weights."""
    import torch
    from torch import nn

    class Scaled(nn.Module):
        def __init__(self):
            super().__init__()
            self.gain = nn.Parameter(torch.ones(width))
            self.register_buffer("offset", torch.arange(width, dtype=torch.float64))
            self.register_buffer("seen", torch.zeros(3, dtype=torch.int64), persistent=False)

        def forward(self, x):
            return x * self.gain + self.offset.to(x.dtype)

    model = nn.Sequential(Scaled(), nn.Sequential(nn.Linear(width, outputs, bias=False), nn.BatchNorm1d(outputs)))
    return model, nn.CrossEntropyLoss(weight=torch.tensor(weights, dtype=torch.float32))


@probe
def placed(module):
    """Where each parameter and buffer of a module lies."""
    import torch
    from torch import nn

    if not isinstance(module, nn.Module):
        return {"type": type(module).__name__[:80], "tensors": {}}
    named = [*module.named_parameters(), *module.named_buffers()]
    return {
        "type": "module",
        "tensors": {
            str(name): {
                "device": str(value.device),
                "dtype": str(value.dtype).removeprefix("torch."),
                "shape": [int(size) for size in torch.Tensor.size(value)],
            }
            for name, value in named
        },
    }


@probe
def moving(submission, model, loss_fn, batch, device):
    """The three things that move gives, checked for being three."""
    import torch
    from torch.overrides import TorchFunctionMode

    class Assigning(TorchFunctionMode):
        """`param.data = param.data.to(device)` works between the CPU and a GPU; let it work with `meta`."""

        def __torch_function__(self, func, types, args=(), kwargs=None):
            if func == torch.Tensor.data.__set__ and args[0].device != args[1].device:
                new = args[1].detach()
                if isinstance(args[0], torch.nn.Parameter):
                    new = torch.nn.Parameter(new, requires_grad=args[0].requires_grad)
                torch.utils.swap_tensors(args[0], new)
                return None
            return func(*args, **(kwargs or {}))

    with Assigning():
        moved = submission.move(model, loss_fn, batch, device)
    if not isinstance(moved, tuple | list) or len(moved) != 3:
        return None
    if not isinstance(moved[2], tuple | list) or len(moved[2]) != 2:
        return None
    return moved


@probe
def move_to_meta(submission, width, outputs, weights, named):
    import torch

    model, loss_fn = parts(width, outputs, weights)
    batch = (torch.zeros(4, width), torch.zeros(4, dtype=torch.int64))
    moved = moving(submission, model, loss_fn, batch, "meta" if named else torch.device("meta"))
    if moved is None:
        return None
    return {"model": placed(moved[0]), "loss_fn": placed(moved[1])}


PARTS_SHAPE = "move(model, loss_fn, batch, device) gave something else than (model, loss_fn, (images, labels))."


def _moved(came):
    """What a probe that moves gave, where move gave three things."""
    require(came is not None, PARTS_SHAPE)
    return plain_dict(came, "move(…)")


def _shape(value, name):
    return [plain(size, name, int) for size in plain_list(value, name)]


def _all_there(seen, name, wanted, device):
    """Each tensor of the described module lies on the device, with its shape and dtype."""
    seen = plain_dict(seen, "move(…)")
    got = plain(seen["type"], "move(…)", str)
    require(got == "module", "The {name} that move(…) gives is of type {got}, not a module.", name=name, got=got)
    tensors = plain_dict(seen["tensors"], "move(…)")
    for part, (kind, dtype, shape) in wanted.items():
        require(part in tensors, "The {name} that move(…) gives has no {part} any more.", name=name, part=part)
        told = plain_dict(tensors[part], part)
        place = plain(told["device"], part, str)
        require(
            place.partition(":")[0] == device,
            "{part}, a {kind} of the {name}, lies on {place} after move(…, device={device}).",
            part=part, kind=kind, name=name, place=place, device=repr(device),
        )
        told_dtype = plain(told["dtype"], part, str)
        require(
            told_dtype == dtype, "{part} of the {name} has dtype {got} after move(…); it was {dtype}.",
            part=part, name=name, got=told_dtype, dtype=dtype,
        )
        require(
            _shape(told["shape"], part) == shape,
            "{part} of the {name} has another shape after move(…).", part=part, name=name,
        )


def _sizes(rng):
    width, outputs = int(rng.integers(3, 30)), int(rng.integers(3, 30))
    return width, outputs, rng.uniform(0.5, 2, size=outputs)


def _model_parts(width, outputs):
    return {
        "0.gain": ("parameter", "float32", [width]),
        "1.0.weight": ("parameter", "float32", [outputs, width]),
        "1.1.bias": ("parameter", "float32", [outputs]),
        "0.offset": ("buffer", "float64", [width]),
        "0.seen": ("buffer", "int64", [3]),
        "1.1.running_var": ("buffer", "float32", [outputs]),
        "1.1.num_batches_tracked": ("buffer", "int64", []),
    }


@check(
    points=1,
    function="move",
    hint=(
        "A model holds more than parameters. Which one method of nn.Module takes everything along?",
        (
            "Moving only parameters() leaves buffers behind, state_dict() lacks those that are not saved, and the"
            " top level's parts are not the layers inside."
        ),
        (
            "Call .to on the module itself: net.to(place) moves all it holds, in place, and gives net back. It "
            "takes a torch.device and a name alike; to_empty loses the values."
        ),
    ),
)
def test_move_takes_the_whole_model(student, rng):
    """move puts every parameter and every buffer of the model on the device"""
    for named in (False, True):
        width, outputs, weights = _sizes(rng)
        came = _moved(student.call(move_to_meta, width, outputs, weights, named))
        _all_there(came["model"], "model", _model_parts(width, outputs), "meta")


@check(
    points=1,
    function="move",
    hint=(
        "Is there anything in a loss that lies on a device? Look at nn.CrossEntropyLoss(weight=…).",
        "A loss is a module too. Class weights are a buffer of it, and meet the outputs on their device.",
        "Treat it as you treat the model, with the same method and device, and give it back as the second of three.",
    ),
)
def test_move_takes_the_loss(student, rng):
    """move puts the tensors that the loss holds on the device, such as its class weights"""
    for named in (False, True):
        width, outputs, weights = _sizes(rng)
        came = _moved(student.call(move_to_meta, width, outputs, weights, named))
        _all_there(came["loss_fn"], "loss", {"weight": ("buffer", "float32", [outputs])}, "meta")


@probe
def move_batch(submission, images, labels, as_list):
    """Move a batch to `meta`, and to the CPU, where it lies already."""
    import torch

    from grader.worker.describe import describe

    rounds = []
    for device in (torch.device("meta"), torch.device("cpu"), "cpu"):
        pair = [torch.tensor(images), torch.tensor(labels)]
        batch = list(pair) if as_list else tuple(pair)
        moved = moving(submission, torch.nn.Linear(2, 2), torch.nn.MSELoss(), batch, device)
        if moved is None:
            return None
        kept = len(batch) == 2 and batch[0] is pair[0] and batch[1] is pair[1]
        rounds.append({"batch": [describe(value) for value in moved[2]], "kept": kept})
    return rounds


@check(
    points=1,
    function="move",
    hint=(
        "A module moves in place; does a tensor? And is a batch only its images?",
        (
            "tensor.to gives a new tensor and leaves the old one where it was. A list has no .to. Both images and"
            " labels move, and labels stay whole numbers."
        ),
        (
            "Unpack the batch into two names, move each, and return the moved ones as a new pair inside of the "
            "three: (first, second, (a, b)). Do not write into the list."
        ),
    ),
)
def test_move_takes_the_batch(student, rng):
    """move gives images and labels on the device, values and dtypes as they were, and leaves the batch alone"""
    for as_list in (False, True):
        shape = tuple(int(size) for size in rng.integers(2, 5, size=4))
        images = rng.normal(size=shape).astype(np.float32 if as_list else np.float64)
        labels = rng.integers(0, 10, size=shape[0])
        came = student.call(move_batch, images, labels, as_list)
        require(came is not None, PARTS_SHAPE)
        rounds = plain_list(came, "move(…)", length=3)
        for device, told in zip(("meta", "cpu", "cpu"), rounds, strict=True):
            told = plain_dict(told, "move(…)")
            pair = plain_list(told["batch"], "move(…)", length=2)
            for name, want, value in zip(("images", "labels"), (images, labels), pair, strict=True):
                _assert_moved(value, f"{name} of move(…, device={device!r})", want, device)
            require(
                told["kept"] is True,
                "The batch itself changed: the list handed to move(…) holds other tensors after it.",
            )


def _assert_moved(seen, name, want, device):
    """A described tensor lies on the device; where that holds values, they are those wanted."""
    if device == "cpu":
        assert_close(tensor(seen, name, shape=want.shape, dtype=want.dtype.name), want, name)
        return
    require(kind_of(seen) == "torch.Tensor", "{name} are no torch.Tensor.", name=name)
    place, dtype = plain(seen["device"], name, str), plain(seen["dtype"], name, str)
    require(
        place == device,
        "{name} lie on {place}. tensor.to(device) gives a new tensor; is it the one you return?",
        name=name, place=place,
    )
    require(_shape(seen["shape"], name) == list(want.shape), "{name} have another shape than before.", name=name)
    require(
        dtype == want.dtype.name, "{name} have dtype {got}; they had {want}.",
        name=name, got=dtype, want=want.dtype.name,
    )


@probe
def move_and_use(submission, A, weights, images, labels, device):
    """Move everything to a device that holds values, and give what model and loss make there."""
    import torch

    from grader.worker.describe import describe

    model = torch.nn.Sequential(torch.nn.Linear(*reversed(A.shape), bias=False), torch.nn.BatchNorm1d(len(A)))
    model.eval()
    with torch.no_grad():
        model[0].weight.copy_(torch.tensor(A))
        model[1].running_mean.copy_(torch.arange(len(A)))
    loss_fn = torch.nn.CrossEntropyLoss(weight=torch.tensor(weights, dtype=torch.float32))
    batch = [torch.tensor(images, dtype=torch.float32), torch.tensor(labels)]
    moved = moving(submission, model, loss_fn, batch, device)
    if moved is None:
        return None
    model, loss_fn, (images, labels) = moved
    outputs = model(images)
    loss = loss_fn(outputs, labels)
    loss.backward()
    first = next(param for param in model.parameters() if param.shape == A.shape)
    return {
        "outputs": describe(outputs),
        "loss": describe(loss),
        "grad": describe(first.grad),
        "places": [describe(value).get("device") for value in (images, labels, outputs, loss, first)],
        "model": placed(model),
        "loss_fn": placed(loss_fn),
    }


def _use(student, rng, device):
    """Check what the moved parts compute; gives what the probe told."""
    A = rng.normal(size=(4, 6))
    weights, images = rng.uniform(0.5, 2, size=4), rng.normal(size=(7, 6))
    labels = rng.permutation([0, 1, 2, 3, 0, 1, 2])
    came = _moved(student.call(move_and_use, A, weights, images, labels, device))
    want = (images @ A.T - np.arange(4)) / np.sqrt(1 + 1e-5)
    outputs = tensor(came["outputs"], "model(images) after move(…)", shape=want.shape)
    assert_close(outputs, want, "model(images) after move(…)", rtol=1e-3, atol=1e-4)
    logs = want - np.log(np.exp(want).sum(axis=1, keepdims=True))
    loss = -(weights[labels] * logs[np.arange(7), labels]).sum() / weights[labels].sum()
    got = tensor(came["loss"], "loss_fn(model(images), labels) after move(…)", shape=())
    assert_close(got, loss, "loss_fn(model(images), labels) after move(…)", rtol=1e-3, atol=1e-4)
    error = (np.exp(logs) - np.eye(4)[labels]) * weights[labels][:, None] / weights[labels].sum() / np.sqrt(1 + 1e-5)
    grad = tensor(came["grad"], "the gradient of the moved model's weight", shape=A.shape)
    assert_close(grad, error.T @ images, "the gradient of the moved model's weight", rtol=1e-3, atol=1e-4)
    return came


@check(
    points=0.5,
    function="move",
    held_back=True,
    hint=(
        "Moving keeps the values: do model and loss compute the same after it, and does the model still learn?",
        (
            "Only .to keeps values, dtypes and requires_grad. to_empty moves the shapes alone; a new parameter or"
            " .detach() may cut off learning."
        ),
        (
            "Call .to with the device and nothing else, on the model, on the loss and on both tensors, and change"
            " nothing by hand."
        ),
    ),
)
def test_move_keeps_the_values(student, rng):
    """What move gives computes the same outputs, loss and gradients as before"""
    _use(student, rng, "cpu")


@probe
def elsewhere(log):
    """A class of tensors that lie on no real device: they keep their values, and move like a GPU's."""
    import torch
    from torch.utils._pytree import tree_leaves, tree_map

    class Elsewhere(torch.Tensor):
        @staticmethod
        def __new__(cls, inner, number=None):
            made = torch.Tensor._make_wrapper_subclass(
                cls, inner.shape, strides=inner.stride(), dtype=inner.dtype, device="meta"
            )
            made.inner, made.number = inner, number
            return made

        __torch_function__ = torch._C._disabled_torch_function_impl

        @classmethod
        def __torch_dispatch__(cls, func, types, args=(), kwargs=None):
            kwargs = dict(kwargs or {})
            name = func._schema.name.partition("::")[2]
            leaves = [leaf for leaf in tree_leaves((args, kwargs)) if isinstance(leaf, torch.Tensor)]
            here = any(not isinstance(leaf, cls) and leaf.dim() > 0 for leaf in leaves)
            if here and name != "copy_":
                raise RuntimeError(
                    "Expected all tensors to be on the same device, but a tensor of the batch was not moved"
                )
            to = kwargs.get("device")
            if to is not None and torch.device(to).type == "meta":
                kwargs["device"] = to = None
            plain_args, plain_kwargs = tree_map(lambda x: x.inner if isinstance(x, cls) else x, (args, kwargs))
            out = func(*plain_args, **plain_kwargs)
            if to is not None or (here and name == "copy_"):
                log.extend(["moved", leaf.number] for leaf in leaves if isinstance(leaf, cls))
                return args[0] if name == "copy_" else out
            return tree_map(lambda x: cls(x) if isinstance(x, torch.Tensor) else x, out)

        def __repr__(self):
            return f"tensor(on another device, shape={list(self.shape)})"

    return Elsewhere


@probe
def one_pass(submission, W, b, X, y, batch_size, lr, device, place, plain_loss):
    """Train for one pass on the place behind `device`; on the CPU the batches lie elsewhere."""
    import torch
    from torch import nn
    from torch.utils.data import DataLoader, TensorDataset

    from grader.worker.describe import describe

    log = []
    there = elsewhere(log)

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.linear = nn.Linear(*reversed(W.shape))

        def forward(self, x):
            log.append(["forward", str(x.device)])
            return self.linear(x)

    def collate(pairs):
        images, labels = (torch.stack(values) for values in zip(*pairs, strict=True))
        log.append(["given", len(images)])
        number = sum(name == "given" for name, _ in log)
        return [there(images, number), there(labels)] if place == "cpu" else [images, labels]

    def squares(outputs, labels):
        return ((outputs - labels) ** 2).mean()

    model = Model()
    with torch.no_grad():
        model.linear.weight.copy_(torch.tensor(W))
        model.linear.bias.copy_(torch.tensor(b))
    model.to(place)
    features = torch.tensor(X, dtype=torch.float32)
    labels = torch.tensor(y, dtype=torch.float32) if plain_loss else torch.tensor(y)
    loader = DataLoader(TensorDataset(features, labels), batch_size=batch_size, collate_fn=collate)
    loss_fn = squares if plain_loss else nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(list(model.parameters()), lr=lr)
    loss = submission.train_on(model, loader, loss_fn, optimizer, torch.device(device))
    return {
        "loss": describe(loss),
        "weight": model.linear.weight,
        "bias": model.linear.bias,
        "device": str(model.linear.weight.device),
        "log": log,
    }


@probe
def train_pass(submission, W, b, X, y, batch_size, lr, device, plain_loss):
    """One pass; on the CPU a second try under a GPU's name, for who moves batches to a GPU only."""
    import torch
    from torch.overrides import TorchFunctionMode

    class Renamed(TorchFunctionMode):
        """What is called cuda is the CPU."""

        def __torch_function__(self, func, types, args=(), kwargs=None):
            def here(value):
                named = type(value) in (str, torch.device) and str(value).partition(":")[0] == "cuda"
                return torch.device("cpu") if named else value

            name = getattr(func, "__name__", "")
            if func is torch.device:
                return func(*args, **(kwargs or {}))
            if name in ("cuda", "pin_memory"):
                return args[0].to("cpu") if name == "cuda" else args[0]
            return func(*map(here, args), **{key: here(value) for key, value in (kwargs or {}).items()})

    task = (W, b, X, y, batch_size, lr)
    try:
        return one_pass(submission, *task, device, device, plain_loss)
    except RuntimeError as error:
        if device != "cpu" or not str(error).startswith("Expected all tensors to be on the same device, but a"):
            raise
        try:
            with Renamed():
                return one_pass(submission, *task, "cuda", "cpu", plain_loss)
        except Exception:
            raise error from None


def _problem(rng, plain_loss):
    """A small problem whose last, short batch has a loss of its own, so that each way to average shows."""
    n, d, k, batch_size, lr = 11, 5, 3, 4, float(rng.uniform(0.2, 0.4))
    while True:
        X, W, b = rng.normal(size=(n, d)), rng.normal(size=(k, d)), rng.normal(size=k)
        y = rng.normal(size=(n, k)) * 2 if plain_loss else rng.permutation(np.arange(n) % k)
        losses = _simulate(W, b, X, y, batch_size, lr)[2]
        means = [np.mean(losses), *(wrong for wrong, _ in _wrong_means(losses, batch_size, n))]
        if np.ptp(losses) > 0.3 and min(abs(mean - means[0]) for mean in means[1:]) > 0.03 * means[0]:
            return W, b, X, y, batch_size, lr


def _simulate(W, b, X, y, batch_size, lr, *, keep=0):
    """The parameters after one pass of plain SGD, and each batch's loss before its update.

    `keep` is how much of the gradient before is left in place when the next is added.
    """
    losses = []
    grad_W, grad_b = 0, 0
    for start in range(0, len(X), batch_size):
        x, target = X[start : start + batch_size], y[start : start + batch_size]
        outputs = x @ W.T + b
        if target.ndim == 2:
            losses.append(float(((outputs - target) ** 2).mean()))
            error = 2 * (outputs - target) / outputs.size
        else:
            chances = np.exp(outputs) / np.exp(outputs).sum(axis=1, keepdims=True)
            losses.append(float(-np.log(chances[np.arange(len(x)), target]).mean()))
            error = (chances - np.eye(len(b))[target]) / len(x)
        grad_W, grad_b = keep * grad_W + error.T @ x, keep * grad_b + error.sum(axis=0)
        W, b = W - lr * grad_W, b - lr * grad_b
    return W, b, losses


def _check_updates(came, W, b, X, y, batch_size, lr):
    want_W, want_b, losses = _simulate(W, b, X, y, batch_size, lr)
    weight = plain_array(came["weight"], "the model's weight", shape=W.shape)
    require(
        not np.allclose(weight, W, atol=1e-6),
        "The model did not learn: after train_on(…) its weight is what it was.",
    )
    first = _simulate(W, b, X[:batch_size], y[:batch_size], batch_size, lr)[0]
    require(
        not np.allclose(weight, first, atol=1e-5),
        "The model learned from the first batch only: train_on(…) went no further.",
    )
    added = _simulate(W, b, X, y, batch_size, lr, keep=1)[0]
    require(
        not np.allclose(weight, added, atol=1e-4),
        "The gradients of earlier batches were added to those of later ones: clear them before each backward().",
    )
    assert_close(weight, want_W, "the model's weight after train_on(…), one update per batch", rtol=1e-3, atol=1e-4)
    assert_close(came["bias"], want_b, "the model's bias after train_on(…)", rtol=1e-3, atol=1e-4)
    return losses


@check(
    points=1.5,
    function="train_on",
    hint=(
        "Per batch: move both parts, predict, loss, clear the gradients, backward, step. What is missing?",
        (
            "A moved tensor must be kept: t.to(place) on a line of its own changes nothing. Labels move as well. "
            "Outputs come first in loss_fn."
        ),
        (
            "Everything stands in the loop: rebind both names to what .to gives, predict and loss, clear, "
            "backward, step. `return` stands after the loop."
        ),
    ),
)
def test_train_on_moves_and_learns(student, rng):
    """train_on moves images and labels of each batch and makes one update from its gradient alone"""
    W, b, X, y, batch_size, lr = _problem(rng, plain_loss=False)
    came = plain_dict(student.call(train_pass, W, b, X, y, batch_size, lr, "cpu", False), "train_on(…)")
    _check_updates(came, W, b, X, y, batch_size, lr)


def _wrong_means(losses, batch_size, n):
    sizes = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    return (
        (float(np.average(losses, weights=sizes)), "It is the mean per example; here each batch counts once."),
        (float(np.sum(losses)), "It is the sum of the batch losses."),
        (losses[-1], "It is the last batch's loss."),
        (float(np.sum(losses)) / n, "It is the sum of the batch losses, divided by the number of examples."),
    )


def _check_mean(came, losses, batch_size, n):
    loss = number(came["loss"], "train_on(…)", "float")
    for wrong, words in _wrong_means(losses, batch_size, n):
        require(
            not np.isclose(loss, wrong, rtol=1e-3),
            "train_on(…) is {got}, but the mean of its {batches} batch losses is {want}. {words}",
            got=f"{loss:.6g}", want=f"{np.mean(losses):.6g}", batches=len(losses), words=words,
        )
    assert_close(loss, float(np.mean(losses)), "train_on(…), the mean of the batch losses", rtol=1e-3, atol=1e-5)


@check(
    points=1,
    function="train_on",
    hint=(
        "What is averaged, over how many? Must a loss have a method .to? How much memory does moving everything take?",
        (
            "Each batch counts once, short or not: add the batch losses and divide by how many batches came. A "
            "function has no .to, and the loader is gone through once."
        ),
        (
            "Keep each loss, as it was before its update, as a Python number: losses of 2 and 6 give 4.0. Move a "
            "batch in the loop, when its turn has come."
        ),
    ),
)
def test_train_on_gives_the_mean_loss(student, rng):
    """train_on moves batches as they come and gives the mean of the batch losses, also for a loss that is a function"""
    W, b, X, y, batch_size, lr = _problem(rng, plain_loss=True)
    came = plain_dict(student.call(train_pass, W, b, X, y, batch_size, lr, "cpu", True), "train_on(…)")
    losses = _check_updates(came, W, b, X, y, batch_size, lr)
    _check_mean(came, losses, batch_size, len(X))
    moved, forwards = set(), 0
    for event, value in _events(came):
        if event == "moved" and type(value) is int:
            moved.add(value)
        forwards += event == "forward"
        require(
            len(moved) <= forwards + 2,
            "{moved} batches were moved before the model saw number {next}: they are to be moved as they come.",
            moved=len(moved), next=forwards + 1,
        )


def _events(came):
    for entry in plain_list(came["log"], "the log"):
        event, value = plain_list(entry, "the log", length=2)
        yield plain(event, "the log", str), value


@probe
def pick_and_place(submission, values):
    import torch

    from grader.worker.describe import describe

    device = submission.pick_device()
    return {"device": str(device)[:80], "placed": describe(torch.tensor(values, device=device))}


@check(
    points=0.5,
    function="pick_device",
    cuda=True,
    hint=(
        "This machine has a GPU. What does pick_device() say of it?",
        (
            "What does torch.cuda.is_available() print on this machine? If it is False, torch was installed "
            "without CUDA; if it is True, look at how you use the answer."
        ),
        (
            "The name \"cuda\" without a number is the current GPU. Hand that name to torch.device where the answer"
            " is yes, and do not turn the question round."
        ),
    ),
)
def test_pick_device_finds_this_gpu(student, rng):
    """pick_device finds this machine's GPU"""
    values = rng.normal(size=5)
    came = plain_dict(student.call(pick_and_place, values), "pick_device()")
    device = plain(came["device"], "pick_device()", str)
    require(device in ("cuda", "cuda:0"), "pick_device() is {device} on a machine with a GPU.", device=device)
    seen = came["placed"]
    assert_close(tensor(seen, "a tensor on pick_device()", dtype="float64"), values, "a tensor on pick_device()")
    place = plain(seen["device"], "a tensor", str)
    require(place.startswith("cuda"), "A tensor put on pick_device() lies on {place}, not on the GPU.", place=place)


@check(
    points=1,
    function="move",
    cuda=True,
    hint=(
        "On a real GPU everything must meet there: model, loss, images and labels. Which stayed behind?",
        (
            "The message names what stayed behind. Modules, the loss among them, move in place; tensors do not, "
            "so the moved ones have to be returned."
        ),
        (
            "Use the device that you were given for all four, and put what .to gives into the answer, not the "
            "names from before."
        ),
    ),
)
def test_move_takes_all_to_the_gpu(student, rng):
    """On a GPU, what move gives lies there and computes the same"""
    came = _use(student, rng, "cuda")
    names = ("images", "labels", "model(images)", "the loss's value", "the model's weight")
    places = plain_list(came["places"], "move(…)", length=len(names))
    for name, place in zip(names, places, strict=True):
        place = plain(place, name, str)
        require(
            place.startswith("cuda"), "After move(…, 'cuda') not on the GPU but on {place}: {name}.",
            name=name, place=place,
        )
    _all_there(came["loss_fn"], "loss", {"weight": ("buffer", "float32", [4])}, "cuda")
    mean = {"1.running_mean": ("buffer", "float32", [4])}
    _all_there(came["model"], "model", {"0.weight": ("parameter", "float32", [4, 6]), **mean}, "cuda")


@check(
    points=1.5,
    function="train_on",
    cuda=True,
    hint=(
        "The loader's batches lie on the CPU, the model on the GPU. Where do they meet?",
        (
            "The model is on device already; each batch has to come to it. Labels that stay on the CPU meet the "
            "outputs only in the loss, and fail there."
        ),
        (
            "Move both parts of each batch inside of the loop, keep the moved tensors under the names that you "
            "use afterwards, and take each loss as a number with .item()."
        ),
    ),
)
def test_train_on_trains_on_the_gpu(student, rng):
    """On a GPU, train_on trains there and gives the mean of the batch losses"""
    W, b, X, y, batch_size, lr = _problem(rng, plain_loss=False)
    came = plain_dict(student.call(train_pass, W, b, X, y, batch_size, lr, "cuda", False), "train_on(…)")
    losses = _check_updates(came, W, b, X, y, batch_size, lr)
    _check_mean(came, losses, batch_size, len(X))
    place = plain(came["device"], "train_on(…)", str)
    require(place.startswith("cuda"), "After train_on(…) the model lies on {place}, not on the GPU.", place=place)
    seen = [plain(value, "the log", str) for event, value in _events(came) if event == "forward"]
    require(
        len(seen) >= len(losses) and all(value.startswith("cuda") for value in seen),
        "Not every batch met the model on the GPU.",
    )
