"""Checks of ex15: two losses by hand, a gradient that leaves no trace, one training step, many of them."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import items, number, plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = ("torch", "torch._dynamo", "torch.utils.data")  # the first step of an optimizer imports torch._dynamo


@probe(off=("losses",))
def loss_of(submission, name, inputs, targets, dtype):
    import torch

    from grader.worker.describe import describe

    kind = getattr(torch, dtype)
    inputs, targets = torch.tensor(inputs).to(kind), torch.tensor(targets).to(kind)
    if kind.is_floating_point:
        inputs.requires_grad_()
    loss = getattr(submission, name)(inputs, targets)
    seen = describe(loss)
    if seen.get("requires_grad") and seen.get("shape") == []:
        loss.backward()
    return {"loss": seen, "grad": inputs.grad, "inputs": inputs, "targets": targets}


def _loss(student, name, inputs, targets, dtype="float32", result=("float32",)):
    """The value that the loss gave, after its kind and shape were looked at, and what else the probe saw."""
    came = plain_dict(student.call(loss_of, name, inputs, targets, dtype), name)
    call = f"{name}(inputs, targets) for {dtype} of shape {inputs.shape}"
    value = tensor(came["loss"], call, dtype=result)
    require(
        value.shape == (),
        "{call} has shape {got}, but a single number, shape (), is asked.", call=call, got=value.shape,
    )
    assert_close(came["inputs"], inputs, f"inputs after {call}", atol=1e-3)
    assert_close(came["targets"], targets, f"targets after {call}", atol=1e-3)
    return call, float(value), came


def _assert_loss(student, rng, name, element, derivative):
    for shape in ((7,), (2, 3, 4), (5, 1), (1,)):
        targets = rng.normal(size=shape)
        # No difference is near 0, where |x| has no derivative.
        inputs = targets + rng.uniform(0.5, 2, shape) * rng.choice([-1, 1], shape)
        call, value, came = _loss(student, name, inputs, targets)
        each = element(inputs - targets)
        if each.size > 1:
            require(
                not np.isclose(value, each.sum(), rtol=1e-4),
                "{call} is the sum over the {size} elements; the mean is asked.", call=call, size=each.size,
            )
        require(
            not np.isclose(value, each.mean() / 2, rtol=1e-4), "{call} is half of what is asked: there is no ½ here.",
            call=call,
        )
        assert_close(value, each.mean(), call)
        require(
            came["grad"] is not None, "No gradient reaches inputs through {call}: it is cut off from them.", call=call
        )
        assert_close(came["grad"], derivative(inputs - targets) / each.size, f"the gradient of {call} by inputs")


@check(
    points=1,
    function="l1_loss",
    hint=(
        "How large is each difference, whatever its sign? What becomes of all of them, whatever the shape?",
        (
            "Without abs errors of different sign cancel, and abs of the mean comes too late. mean() without a "
            "dim goes over all elements, whatever the shape."
        ),
        (
            "Difference, absolute value of each, mean of all, as a tensor: (4, −2) makes 3. No .item(), .detach()"
            " or .numpy(): gradients must get through."
        ),
    ),
)
def test_l1_loss_is_the_mean_absolute_difference(student, rng):
    """l1_loss gives the mean of |inputs − targets| as a number that gradients flow through"""
    _assert_loss(student, rng, "l1_loss", np.abs, np.sign)


@check(
    points=1,
    function="mse_loss",
    hint=(
        "The name says it from right to left: error, squared, mean. Over how many elements?",
        (
            "Squares first, then the mean of all elements; not over rows only, no ½ and no root. A sum grows with"
            " the number of elements, a mean does not."
        ),
        (
            "Difference, square of each, mean of all: (4, −2) makes 10. Make new tensors, change neither "
            "argument, and give back a tensor of shape ()."
        ),
    ),
)
def test_mse_loss_is_the_mean_squared_difference(student, rng):
    """mse_loss gives the mean of (inputs − targets)² as a number that gradients flow through"""
    _assert_loss(student, rng, "mse_loss", np.square, lambda difference: 2 * difference)


INTEGERS = {
    "uint8": (0, 255), "int8": (-128, 127), "int16": (-30000, 30000), "int32": (-(2**31) + 1, 2**31 - 1),
    "int64": (-900, 900),
}  # fmt: skip


def _assert_dtypes(student, rng, name, element):
    for dtype, (least, most) in INTEGERS.items():
        # The ends of the range, so that the difference does not fit; and something that cannot be foreseen.
        inputs, targets = (rng.integers(least, most, 6, endpoint=True) for _ in range(2))
        inputs[0], targets[0], inputs[1], targets[1] = least, most, most, least
        call, value, _ = _loss(student, name, inputs, targets, dtype, ("float32", "float64"))
        want = element(inputs.astype(np.float64) - targets).mean()
        wrapped = element((inputs - targets).astype(dtype).astype(np.float64)).mean()
        require(
            np.isclose(value, want, rtol=1e-4) or not np.isclose(value, wrapped, rtol=1e-3),
            "{call} is {value:.6g}, expected {want:.6g}: the difference did not fit into {dtype} and went round. Make "
            "both float first.",
            call=call, value=value, want=want, dtype=dtype,
        )
        assert_close(value, want, call)
    inputs, targets = rng.normal(size=(2, 3, 2))
    call, value, _ = _loss(student, name, inputs, targets, "float64", ("float64",))
    assert_close(value, element(inputs - targets).mean(), call, rtol=1e-11, atol=1e-12)


@check(
    points=0.5,
    function="l1_loss",
    hint=(
        "What is 1 − 3 in uint8? And which inputs need no conversion?",
        (
            "uint8 knows no negative numbers: the difference goes round before you can mend it. mean() refuses "
            "integers. is_floating_point() tells float tensors from others."
        ),
        (
            "Only where the inputs are no floats, make both float, and only then subtract. Do not list dtypes one"
            " by one, and let float64 stay float64."
        ),
    ),
)
def test_l1_loss_minds_the_dtype(student, rng):
    """l1_loss makes integers float before the subtraction, and floats keep their dtype"""
    _assert_dtypes(student, rng, "l1_loss", np.abs)


@check(
    points=0.5,
    function="mse_loss",
    hint=(
        "What is 1 − 3 in uint8? And which inputs need no conversion?",
        (
            "Converting the difference, or its square, comes too late: the integers went round already. "
            "Converting always would turn float64 into float32."
        ),
        (
            "Do the same as in l1_loss, best in one helper for both: ask whether the tensor is floating, convert "
            "both if not, subtract afterwards."
        ),
    ),
)
def test_mse_loss_minds_the_dtype(student, rng):
    """mse_loss makes integers float before the subtraction, and floats keep their dtype"""
    _assert_dtypes(student, rng, "mse_loss", np.square)


@probe
def gradient_of(submission, x, a, b, dtype, needs_grad, left):
    """The gradient of Σ a·x² + b·sin(x); `left` is what x.grad holds before."""
    import torch

    from grader.worker.describe import describe

    kind = getattr(torch, dtype)
    a, b = torch.as_tensor(a).to(kind), torch.as_tensor(b).to(kind)
    x = torch.as_tensor(x).to(kind).clone()
    if needs_grad:
        x.requires_grad_()
    if left is not None:
        x.grad = torch.as_tensor(left).to(kind).clone()
    came = submission.gradient(lambda z: (a * z**2 + b * torch.sin(z)).sum(), x)
    return {"gradient": describe(came), "x": describe(x), "left": x.grad}


def _gradient(student, rng, shape, dtype="float32", needs_grad=False, left=None):
    x, a, b = (np.asarray(rng.normal(size=shape) + 1) for _ in range(3))
    came = plain_dict(student.call(gradient_of, x, a, b, dtype, needs_grad, left), "gradient")
    name = f"gradient(fn, x) for x of shape {shape}"
    want = 2 * a * x + b * np.cos(x)
    got = tensor(came["gradient"], name, shape=shape, dtype=dtype)
    if left is not None:
        require(
            not np.allclose(got, want + left, atol=1e-4), "{name} has what was in x.grad before added to it.", name=name
        )
    assert_close(got, want, name, atol=1e-4)
    return name, x, came


@check(
    points=1.5,
    function="gradient",
    hint=(
        "Which tensor must the operations of fn start from to be recorded? What does torch.autograd.grad give back?",
        (
            "fn has to be recorded from a leaf that requires grad: a detached copy of x can be that leaf. "
            "torch.autograd.grad gives a tuple, one gradient for each input."
        ),
        (
            "Copy x, switch gradients on for the copy, call fn on the copy, ask torch.autograd.grad for value and"
            " copy, and take the tuple's only item. No step is taken."
        ),
    ),
)
def test_gradient_is_the_derivative(student, rng):
    """gradient gives d fn(x) / dx in the shape of x, whether x requires grad or not"""
    for shape in ((4,), (2, 3), (), (3, 1, 2)):
        _gradient(student, rng, shape)
    _gradient(student, rng, (5,), needs_grad=True)
    _gradient(student, rng, (3,), dtype="float64")


@check(
    points=1,
    function="gradient",
    hint=(
        (
            "backward adds to the .grad of every leaf: which leaf should that be? What does requires_grad_() do "
            "to the caller's tensor?"
        ),
        (
            "x.requires_grad_() changes the caller's tensor, and backward on it adds to its .grad. detach() makes"
            " another tensor, clone() gives it memory of its own."
        ),
        (
            "Do everything with the copy: neither x's flag nor x.grad is set, cleared or restored. "
            "torch.autograd.grad leaves no .grad behind at all."
        ),
    ),
)
def test_gradient_leaves_x_alone(student, rng):
    """gradient leaves x, its grad and its requires_grad as they were"""
    for needs_grad, has_grad in ((False, False), (True, False), (True, True)):
        left = rng.normal(size=(2, 3)) if has_grad else None
        name, x, came = _gradient(student, rng, (2, 3), needs_grad=needs_grad, left=left)
        assert_close(tensor(came["x"], f"x after {name}", shape=x.shape), x, f"x after {name}")
        require(
            came["x"]["requires_grad"] is needs_grad,
            "x.requires_grad was {before} before {name}, and is {after} after it.",
            before=needs_grad, after=not needs_grad, name=name,
        )
        require(came["x"]["is_leaf"] is True, "x is no leaf any more after {name}.", name=name)
        if left is None:
            require(came["left"] is None, "x.grad was None, and after {name} it holds something.", name=name)
        else:
            require(came["left"] is not None, "x.grad held something, and after {name} it is None.", name=name)
            assert_close(came["left"], left, f"x.grad after {name}")


@probe
def steps(submission, W, b, batches, stale, settings, gates):
    """Call train_step on each batch, with `stale` gradients left there before; a gate scales while it trains."""
    import torch

    from grader.worker.describe import describe

    class Gate(torch.nn.Module):
        def __init__(self, factor, training):
            super().__init__()
            self.factor, self.training = factor, training

        def forward(self, x):
            return x * self.factor if self.training else x

    linear = torch.nn.Linear(W.shape[1], W.shape[0])
    with torch.no_grad():
        linear.weight.copy_(torch.as_tensor(W))
        linear.bias.copy_(torch.as_tensor(b))
    model = torch.nn.Sequential(linear, *(Gate(factor, training) for factor, training in gates))
    model.training = all(training for _, training in gates)

    def loss_fn(prediction, label):
        return ((prediction - label) ** 2 * (1 + label**2)).mean()

    optimizer = torch.optim.SGD(model.parameters(), **settings)
    seen = []
    for (X, y), left in zip(batches, stale, strict=True):
        if left is not None:
            for param, grad in zip(linear.parameters(), left, strict=True):
                param.grad = torch.as_tensor(grad).to(torch.float32)
        X, y = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
        loss = submission.train_step(model, loss_fn, optimizer, X, y)
        seen.append(
            {
                "loss": describe(loss),
                "W": linear.weight.detach().clone(),
                "b": linear.bias.detach().clone(),
                "modes": [model.training, *(gate.training for gate in model[1:])],
                "X": X,
                "y": y,
            }
        )
    return seen


def _problem(rng, count, gates=()):
    """A linear model, `count` batches of different lengths, and what SGD is told."""
    W, b = rng.normal(size=(2, 3)), rng.normal(size=2)
    batches = [[rng.normal(size=(n, 3)), rng.normal(size=(n, 2))] for n in rng.integers(4, 8, size=count)]
    settings = {"lr": float(rng.uniform(0.02, 0.05)), "momentum": float(rng.uniform(0.5, 0.9))}
    return W, b, batches, settings, [list(gate) for gate in gates]


def _simulate(W, b, batches, settings, gates=(), stale=None):
    """For each step the loss before the update, and W and b after it."""
    factor = np.prod([factor for factor, training in gates if training])
    speed_W, speed_b, steps = np.zeros_like(W), np.zeros_like(b), []
    for index, (X, y) in enumerate(batches):
        error = factor * (X @ W.T + b) - y
        loss = (error**2 * (1 + y**2)).mean()
        by_output = 2 * error * (1 + y**2) * factor / y.size
        grad_W, grad_b = by_output.T @ X, by_output.sum(axis=0)
        if stale is not None:
            grad_W, grad_b = grad_W + stale[index][0], grad_b + stale[index][1]
        speed_W, speed_b = settings["momentum"] * speed_W + grad_W, settings["momentum"] * speed_b + grad_b
        W, b = W - settings["lr"] * speed_W, b - settings["lr"] * speed_b
        steps.append((loss, W, b))
    return steps


def _steps(student, W, b, batches, stale, settings, gates):
    came = plain_list(student.call(steps, W, b, batches, stale, settings, gates), "train_step", length=len(batches))
    return [plain_dict(seen, "train_step") for seen in came]


@check(
    points=1.5,
    function="train_step",
    hint=(
        "Which four calls make a step, and what is in .grad when backward begins? Which optimizer was handed in?",
        (
            "backward adds to .grad. zero_grad after step leaves the first call with old gradients, and between "
            "backward and step it throws this batch's away."
        ),
        (
            "Clear first, then predict and loss, then backward, then step, each once, with the optimizer that was"
            " handed in: a new one would have another rate and no memory."
        ),
    ),
)
def test_train_step_updates_from_this_batch(student, rng):
    """train_step makes one update from this batch's gradient alone, whatever gradients were left there"""
    W, b, batches, settings, gates = _problem(rng, 3)
    stale = [[rng.normal(size=W.shape), rng.normal(size=b.shape)] for _ in batches]
    came = _steps(student, W, b, batches, stale, settings, gates)
    want, piled = _simulate(W, b, batches, settings), _simulate(W, b, batches, settings, stale=stale)
    first = plain_array(came[0]["W"], "the weight", shape=W.shape)
    require(
        not np.allclose(first, W, atol=1e-6), "train_step(…) left the model's weight as it was: there was no update."
    )
    require(
        not np.allclose(first, piled[0][1], rtol=1e-3, atol=1e-4),
        "The gradients that were there before train_step(…) went into its update.",
    )
    for count, (seen, (_, W_after, b_after)) in enumerate(zip(came, want, strict=True), 1):
        assert_close(seen["W"], W_after, f"the weight after call {count} of train_step", rtol=1e-3, atol=1e-4)
        assert_close(seen["b"], b_after, f"the bias after call {count} of train_step", rtol=1e-3, atol=1e-4)
        assert_close(seen["X"], batches[count - 1][0], "X after train_step(…)")
        assert_close(seen["y"], batches[count - 1][1], "y after train_step(…)")


@check(
    points=1,
    function="train_step",
    hint=(
        (
            "When is the loss worked out, and with which argument first? Which method turns a tensor of one "
            "element into a Python number?"
        ),
        (
            "The loss is worked out once, from prediction first and label second. After step the same formula "
            "would give another value. .item() makes a Python float."
        ),
        (
            "Keep the loss that you called backward on, and return its number, not the tensor, at the end. It is "
            "neither worked out again nor multiplied by the batch's length."
        ),
    ),
)
def test_train_step_gives_the_loss_before(student, rng):
    """train_step returns the batch's loss before the update, a Python float"""
    W, b, batches, settings, gates = _problem(rng, 3)
    came = _steps(student, W, b, batches, [None] * 3, settings, gates)
    for count, seen in enumerate(came):
        X, y = batches[count]
        want, W_after, b_after = _simulate(W, b, batches, settings)[count]
        loss = number(seen["loss"], "train_step(…)")
        output = X @ W_after.T + b_after
        require(
            not np.isclose(loss, ((output - y) ** 2 * (1 + y**2)).mean(), rtol=1e-4),
            "train_step(…) gives the loss after the update.",
        )
        if count == 0:
            output = X @ W.T + b
            require(
                not np.isclose(loss, ((output - y) ** 2 * (1 + output**2)).mean(), rtol=1e-4),
                "loss_fn got the label first and the prediction second.",
            )
        assert_close(loss, want, f"what call {count + 1} of train_step(…) gives", rtol=1e-3)


@check(
    points=0.5,
    function="train_step",
    held_back=True,
    hint=(
        "Nobody asked train_step to switch the model, or a layer of it, to training or to evaluation.",
        (
            "model.train() and model.eval() set the flag of every layer inside. Putting one flag back afterwards "
            "loses what single layers had."
        ),
        "Write neither of the two calls here: the caller decided the mode. The four calls of a step work in any mode.",
    ),
)
def test_train_step_leaves_the_mode(student, rng):
    """train_step leaves the training or evaluation mode of the model and its layers alone"""
    for modes in ((True, True), (False, False), (True, False)):
        gates = zip((float(rng.uniform(1.5, 2)), float(rng.uniform(0.4, 0.6))), modes, strict=True)
        W, b, batches, settings, gates = _problem(rng, 1, gates)
        seen = _steps(student, W, b, batches, [None], settings, gates)[0]
        after = [plain(flag, "the modes", bool) for flag in plain_list(seen["modes"], "the modes", length=3)]
        require(
            after == [all(modes), *modes],
            "The training flags of the model and two layers were {before}, and after train_step(…) they are {after}.",
            before=[all(modes), *modes], after=after,
        )
        loss, W_after, _ = _simulate(W, b, batches, settings, gates)[0]
        name = f"with layers whose training flags are {list(modes)}"
        assert_close(number(seen["loss"], "train_step(…)"), loss, f"train_step(…) {name}", rtol=1e-3)
        assert_close(seen["W"], W_after, f"the weight after train_step(…) {name}", rtol=1e-3, atol=1e-4)


@probe
def fitting(submission, W, b, X, y, orders, batch_size, settings, epochs, as_list):
    """Fit on a real loader whose order is set for each pass, or on a plain list of batches."""
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    from grader.worker.describe import describe

    class Orders:
        passes = 0

        def __iter__(self):
            self.passes += 1
            return iter(orders[(self.passes - 1) % len(orders)])

        def __len__(self):
            return len(orders[0])

    model = torch.nn.Linear(W.shape[1], W.shape[0])
    with torch.no_grad():
        model.weight.copy_(torch.as_tensor(W))
        model.bias.copy_(torch.as_tensor(b))
    X, y = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    loader = DataLoader(TensorDataset(X, y), batch_size=batch_size, sampler=Orders())
    if as_list:
        loader = [tuple(batch) for batch in loader]

    def loss_fn(prediction, label):
        return ((prediction - label) ** 2 * (1 + label**2)).mean()

    optimizer = torch.optim.SGD(model.parameters(), **settings)
    losses = submission.fit(model, loss_fn, optimizer, loader, epochs)
    return {"losses": describe(losses), "W": model.weight.detach(), "b": model.bias.detach()}


@check(
    points=1.5,
    function="fit",
    hint=(
        (
            "When does the sum start from 0, and what is added to it? Is each epoch's pass over the loader a new "
            "one, and what are the gradients when a batch begins?"
        ),
        (
            "The sum starts from 0 in each epoch and is recorded after its last batch: neither a mean nor a "
            "single batch's loss. Each epoch goes over the loader itself anew."
        ),
        (
            "Outer loop over epochs: set the sum to 0, loop over the loader, add what your train_step returns, "
            "append after the inner loop. `return` stands outside of both loops."
        ),
    ),
)
def test_fit_sums_the_losses_of_each_epoch(student, rng):
    """fit makes one update for each batch and gives the sum of the batch losses of each epoch, as Python floats"""
    for epochs, as_list in ((3, False), (2, True), (0, False)):
        W, b, _, settings, _ = _problem(rng, 1)
        X, y = rng.normal(size=(11, 3)), rng.normal(size=(11, 2))
        orders = [rng.permutation(11).tolist() for _ in range(3)]
        args = (W, b, X, y, orders, 4, settings, epochs, as_list)
        came = plain_dict(student.call(fitting, *args), "fit")
        kept = [orders[0]] * epochs if as_list else orders[:epochs]
        rows = [order[start : start + 4] for order in kept for start in range(0, 11, 4)]
        done = _simulate(W, b, [(X[batch], y[batch]) for batch in rows], settings)
        want = np.array([loss for loss, _, _ in done]).reshape(epochs, 3).sum(axis=1)
        call = f"fit(…, num_epochs={epochs})"
        seen = items(came["losses"], call, length=epochs, kinds=("list",))
        losses = np.array([number(loss, f"{call}[{index}]") for index, loss in enumerate(seen)])
        if epochs > 1:
            require(
                not np.allclose(losses, want.cumsum(), rtol=1e-3),
                "{call} adds up the losses of all epochs so far; each epoch's sum starts from 0.", call=call,
            )
        require(
            not epochs or not np.allclose(losses, want / 3, rtol=1e-3),
            "{call} gives the mean of each epoch's batch losses; their sum is asked.", call=call,
        )
        assert_close(losses, want, f"the losses of {call}", rtol=1e-3)
        end_W, end_b = (done[-1][1], done[-1][2]) if done else (W, b)
        assert_close(came["W"], end_W, f"the weight after {call}", rtol=1e-3, atol=1e-4)
        assert_close(came["b"], end_b, f"the bias after {call}", rtol=1e-3, atol=1e-4)
